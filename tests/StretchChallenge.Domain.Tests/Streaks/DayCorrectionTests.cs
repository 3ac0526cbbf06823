using StretchChallenge.Domain.Streaks;
using StretchChallenge.Domain.Tests.Properties;
using static StretchChallenge.Domain.Tests.TestChallenge;

namespace StretchChallenge.Domain.Tests.Streaks;

public sealed class DayCorrectionTests
{
    [Fact]
    public void Corrected_AnyDays_FoldsLikeALedgerThatHadThemSo() =>
        Check.Holds(2_000, seed => (Scenario: PersonScenario.From(seed), Seed: seed), sample =>
        {
            var (scenario, random) = (sample.Scenario, new Random(sample.Seed));
            var corrections = Enumerable.Range(0, 1 + random.Next(6))
                .Select(_ => new DayCorrection(scenario.Calendar.Challenge.Start.AddDays(random.Next(56)), random.Next(2) == 0))
                .DistinctBy(day => day.Date).ToArray();
            var done = scenario.Ledger.Done.Except(corrections.Where(day => !day.Done).Select(day => day.Date))
                .Union(corrections.Where(day => day.Done).Select(day => day.Date));
            var expected = scenario with { Ledger = new DayLedger(done, scenario.Ledger.SelfReported.Intersect(done)) };

            var fold = StreakFold.Fold(scenario.Calendar, scenario.Ledger.Corrected(corrections), scenario.Now);

            return fold.Totals == expected.Fold.Totals && fold.Days.SequenceEqual(expected.Fold.Days);
        });

    [Fact]
    public void Corrected_AndCorrectedBack_IsAsBefore()
    {
        var ledger = Done(March(2), March(3));

        var there = ledger.Corrected([new DayCorrection(March(2), Done: false), new DayCorrection(March(4), Done: true)]);
        var back = there.Corrected([new DayCorrection(March(2), Done: true), new DayCorrection(March(4), Done: false)]);

        Assert.True(there.Done.SetEquals([March(3), March(4)]));
        Assert.True(back.Done.SetEquals(ledger.Done));
    }

    [Fact]
    public void Corrected_ASelfReportToDone_StaysASelfReport() =>
        Assert.Contains(March(2), Done().Reported(March(2)).Corrected([new DayCorrection(March(2), Done: true)]).SelfReported);

    [Fact]
    public void IsPossible_FromJoiningUntilToday_WithoutAbsences()
    {
        var person = Person with { Joined = March(3), Absences = [MarchDays(5, 6)] };
        var now = At(10, 9);

        Assert.False(DayCorrection.IsPossible(person, March(2), now));
        Assert.True(DayCorrection.IsPossible(person, March(3), now));
        Assert.False(DayCorrection.IsPossible(person, March(5), now));
        Assert.True(DayCorrection.IsPossible(person, March(10), now));
        Assert.False(DayCorrection.IsPossible(person, March(11), now));
        Assert.False(DayCorrection.IsPossible(Person, Date(4, 27), new DateTimeOffset(2026, 4, 28, 9, 0, 0, TimeSpan.Zero)));
    }
}
