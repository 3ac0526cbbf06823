using StretchChallenge.Domain.Streaks;
using StretchChallenge.Domain.Tests.Reference;

namespace StretchChallenge.Domain.Tests.Properties;

/// <summary>The fold against the rules read once more, on random people.</summary>
public sealed class StreakDifferentialTests
{
    [Fact]
    public void Fold_AnyPersonAtAnyInstant_AgreesWithTheNaiveReading() =>
        Check.Holds(5_000, PersonScenario.From, scenario =>
        {
            var naive = new NaiveStreak(scenario.Calendar, scenario.Ledger, scenario.Now);
            var fold = scenario.Fold;
            return (fold.Current, fold.Best, fold.Freezes, fold.Today) == (naive.Current, naive.Best, naive.Freezes, naive.Today)
                && fold.Frozen.SequenceEqual(naive.DatesOf('F'))
                && fold.Pending.SequenceEqual(naive.DatesOf('P'))
                && fold.Due == naive.Dates.Count
                && fold.DoneDue == naive.Count('D')
                && fold.PendingDue == naive.Count('P')
                && fold.Days.Count(day => day.State == DayState.Missed) == naive.Count('M');
        });

    [Fact]
    public void SafeUntil_AnyPersonAtAnyInstant_IsTheFirstInstantThatHurts() =>
        Check.Holds(100, PersonScenario.From, scenario =>
            scenario.Fold.SafeUntil == new NaiveStreak(scenario.Calendar, scenario.Ledger, scenario.Now).SafeUntil());
}
