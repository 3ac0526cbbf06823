using StretchChallenge.Domain.Streaks;
using StretchChallenge.Domain.Tests.Reference;

namespace StretchChallenge.Domain.Tests.Properties;

/// <summary>Properties of every person's streak, for random ledgers, calendars and instants.</summary>
public sealed class StreakPropertyTests
{
    [Fact]
    public void Fold_AnyPersonAtAnyInstant_AgreesWithTheReferenceImplementation() =>
        Check.Holds(5_000, PersonScenario.From, scenario =>
        {
            var naive = new NaiveStreak(scenario.Calendar, scenario.Ledger, scenario.Now);
            var fold = scenario.Fold;
            return (fold.Current, fold.Best, fold.Freezes, fold.Today) == (naive.Current, naive.Best, naive.Freezes, naive.Today)
                && fold.Frozen.SequenceEqual(naive.DatesOf('F'))
                && fold.Pending.SequenceEqual(naive.DatesOf('P'))
                && fold.Due == naive.Dates.Count
                && fold.DoneDue == naive.Count('D')
                && fold.Totals.PendingDue == naive.Count('P')
                && fold.Totals.LeaveDays == naive.LeaveDays
                && fold.Days.Count(day => day.State == DayState.Missed) == naive.Count('M');
        });

    [Fact]
    public void SafeUntil_AnyPersonAtAnyInstant_IsTheFirstInstantThatCostsStreakOrFreeze() =>
        Check.Holds(100, PersonScenario.From, scenario =>
            scenario.Fold.SafeUntil == new NaiveStreak(scenario.Calendar, scenario.Ledger, scenario.Now).SafeUntil());

    [Fact]
    public void Fold_OverAPrefixOfTheLedger_EqualsTheFoldStoppedThere() =>
        Check.Holds(3_000, PersonScenario.From, scenario =>
        {
            var today = scenario.Calendar.Zone.DateAt(scenario.Now);
            var prefix = new DayLedger(
                [.. scenario.Ledger.Done.Where(date => date <= today)],
                [.. scenario.Ledger.SelfReported.Where(date => date <= today)]);
            return AreEqual(scenario.Fold, (scenario with { Ledger = prefix }).Fold);
        });

    [Fact]
    public void Fold_WithTodayDone_NeverLowersTheStreakTheBestOrTheFreezes() =>
        Check.Holds(3_000, PersonScenario.From, scenario =>
        {
            var today = scenario.Calendar.Zone.DateAt(scenario.Now);
            var before = (scenario with { Ledger = scenario.Ledger.Without(today) }).Fold;
            var after = (scenario with { Ledger = scenario.Ledger.Without(today).With(today, CreditKind.Guided) }).Fold;
            return after.Current >= before.Current && after.Best >= before.Best && after.Freezes >= before.Freezes
                && after.Today == (today < scenario.Calendar.Joined ? before.Today : TodayState.Done);
        });

    [Fact]
    public void Fold_WithThePendingDayReported_NeverLowersTheStreakOrTheFreezes() =>
        Check.Holds(3_000, PersonScenario.From, scenario =>
        {
            var before = scenario.Fold;
            if (before.Reportable is not { } date)
            {
                return true;
            }

            var after = (scenario with { Ledger = scenario.Ledger.With(date, CreditKind.SelfReported) }).Fold;
            return after.Current == before.Current + 1 && after.Freezes >= before.Freezes && after.Totals.PendingDue == before.Totals.PendingDue - 1;
        });

    [Fact]
    public void Fold_CreditsInAnyOrderOfArrival_GivesTheSame() =>
        Check.Holds(1_000, PersonScenario.From, scenario =>
        {
            var random = new Random(scenario.Seed);
            var shuffled = scenario.Ledger.Done.OrderBy(_ => random.Next()).Aggregate(DayLedger.Empty, (ledger, date) =>
                ledger.With(date, scenario.Ledger.SelfReported.Contains(date) ? CreditKind.SelfReported : CreditKind.Live));
            return AreEqual(scenario.Fold, (scenario with { Ledger = shuffled }).Fold);
        });

    [Fact]
    public void NextChange_UntilThen_NothingChangesByItself() =>
        Check.Holds(3_000, PersonScenario.From, scenario =>
        {
            var now = scenario.Fold;
            var next = now.NextChange ?? scenario.Now.AddYears(1);
            var justBefore = (scenario with { Now = next.AddTicks(-1) }).Fold;
            var between = (scenario with { Now = scenario.Now + ((next - scenario.Now) / 2) }).Fold;
            return next > scenario.Now && AreEqual(now, justBefore) && AreEqual(now, between);
        });

    [Fact]
    public void Fold_AnyPerson_AddsUp() =>
        Check.Holds(3_000, PersonScenario.From, scenario =>
        {
            var fold = scenario.Fold;
            return fold.Days.Select(day => day.Date).SequenceEqual(scenario.Calendar.Challenge.Dates)
                && fold.Due == fold.DoneDue + fold.Totals.PendingDue + fold.Frozen.Count() + fold.Days.Count(day => day.State == DayState.Missed)
                && fold.Current <= fold.Best && fold.Best <= fold.DoneDue
                && fold.Freezes is >= 0 and <= 2
                && fold.Totals.Percent is >= 0 and <= 100
                && (fold.SafeUntil ?? DateTimeOffset.MaxValue) > scenario.Now;
        });

    [Fact]
    public void Explanation_AnyPersonAtAnyInstant_AgreesWithTheFold() =>
        Check.Holds(3_000, PersonScenario.From, scenario =>
        {
            var (fold, reasons) = (scenario.Fold, StreakExplanation.Of(scenario.Calendar, scenario.Ledger, scenario.Now));
            var due = fold.Days.Where(day => day.IsDue).ToArray();
            var missed = due.LastOrDefault(day => day.State == DayState.Missed && RunBefore(due, day.Date).Length > 0);
            return reasons.Frozen.SequenceEqual(fold.Frozen)
                && reasons.Open.Select(day => day.Date).SequenceEqual(fold.Pending)
                && reasons.Open.All(day => day.Until > scenario.Now && day.ByReport == (day.Date == fold.Reportable))
                && (reasons.LastRun is { } run
                    ? run.MissedOn == missed.Date && AgreesWith(run, RunBefore(due, run.MissedOn), scenario.Now)
                    : missed == default && fold.Current == fold.DoneDue && fold.Best == fold.DoneDue);
        });

    [Fact]
    public void Explanation_SoManyMoreDaysDone_EarnTheNextFreeze() =>
        Check.Holds(1_000, PersonScenario.From, scenario =>
        {
            var days = StreakExplanation.Of(scenario.Calendar, scenario.Ledger, scenario.Now).DaysToNextFreeze;
            return days is >= 1 and <= 10 && (scenario.Fold.DoneDue + days) % 10 == 0;
        });

    [Fact]
    public void Explanation_JustBeforeTheMissedDayClosed_TheRunWasRunning() =>
        Check.Holds(1_000, PersonScenario.From, scenario =>
        {
            if (StreakExplanation.Of(scenario.Calendar, scenario.Ledger, scenario.Now).LastRun is not { ReportUsedFor: null } run)
            {
                return true;
            }

            // With what was done by the missed day alone: later days are as yet undone.
            var then = scenario with
            {
                Ledger = new DayLedger(
                    [.. scenario.Ledger.Done.Where(date => date <= run.MissedOn)],
                    [.. scenario.Ledger.SelfReported.Where(date => date <= run.MissedOn)]),
                Now = run.ReportableUntil.AddTicks(-1),
            };
            return then.Fold.Current == run.Length && (then with { Now = run.ReportableUntil }).Fold.Current == 0;
        });

    private static bool AgreesWith(EndedRun run, DayEntry[] days, DateTimeOffset now) =>
        run.Length == days.Count(day => day.State == DayState.Done)
        && run.From == days.First(day => day.State == DayState.Done).Date
        && run.Frozen.SequenceEqual(days.Where(day => day.State == DayState.Frozen).Select(day => day.Date))
        && run.ReportableUntil <= now;

    // The due days between the missed day before it and a missed day, from the first done one on.
    private static DayEntry[] RunBefore(DayEntry[] due, DateOnly missed) =>
    [
        .. due.TakeWhile(day => day.Date < missed).Reverse().TakeWhile(day => day.State != DayState.Missed).Reverse()
            .SkipWhile(day => day.State != DayState.Done),
    ];

    private static bool AreEqual(PersonStreak one, PersonStreak other) =>
        one with { Days = default } == other with { Days = default } && one.Days.SequenceEqual(other.Days);
}
