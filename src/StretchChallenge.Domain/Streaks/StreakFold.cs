using System.Collections.Immutable;
using System.Runtime.InteropServices;
using StretchChallenge.Domain.Calendars;

namespace StretchChallenge.Domain.Streaks;

/// <summary>One person's streak in one challenge as of an instant. It is derived from the ledger and never stored.</summary>
public sealed record PersonStreak
{
    /// <summary>The number of due days done in a row; frozen, pending and off-days do not interrupt it.</summary>
    public required int Current { get; init; }

    /// <summary>The longest streak so far, the current one included.</summary>
    public required int Best { get; init; }

    /// <summary>The freezes left: 0 to 2.</summary>
    public required int Freezes { get; init; }

    /// <summary>What today is.</summary>
    public required TodayState Today { get; init; }

    /// <summary>Every day of the challenge, in order.</summary>
    public required ImmutableArray<DayEntry> Days { get; init; }

    /// <summary>The number of due days from joining up to and including today; pending and frozen days are due.</summary>
    public required int Due { get; init; }

    /// <summary>The number of due days that are done.</summary>
    public required int DoneDue { get; init; }

    /// <summary>The number of due days that can still be done or reported: 0 to 2.</summary>
    public required int PendingDue { get; init; }

    /// <summary>The number of days from joining up to and including today that time off made off-days.</summary>
    public required int LeaveDays { get; init; }

    /// <summary>The past day that can be self-reported now, or null.</summary>
    public required DateOnly? Reportable { get; init; }

    /// <summary>
    /// The first instant at which the streak breaks or a freeze is spent if nothing more is done; null when neither can happen.
    /// </summary>
    public required DateTimeOffset? SafeUntil { get; init; }

    /// <summary>The first instant after now at which any of this can change without a check-in; null when nothing can.</summary>
    public required DateTimeOffset? NextChange { get; init; }

    /// <summary>The due days that count for consistency: all but the pending ones.</summary>
    public int SettledDue => Due - PendingDue;

    /// <summary>Consistency in whole percent, rounded down: the share of settled due days that are done (rule 19).</summary>
    public int Percent => SettledDue == 0 ? 0 : 100 * DoneDue / SettledDue;

    /// <summary>The days that a freeze protected, in order.</summary>
    public IEnumerable<DateOnly> Frozen => DatesOf(DayState.Frozen);

    /// <summary>The days that can still be done or reported, in order.</summary>
    public IEnumerable<DateOnly> Pending => DatesOf(DayState.Pending);

    private IEnumerable<DateOnly> DatesOf(DayState state) =>
        Days.Where(day => day.State == state).Select(day => day.Date);
}

/// <summary>Derives a person's streak from the ledger in one fold over the days of the challenge (rule 8).</summary>
public static class StreakFold
{
    /// <summary>The person's streak in the calendar's challenge as of now.</summary>
    /// <remarks>Credits for dates after today are ignored: a fold as of an earlier instant gives what was true then.</remarks>
    public static PersonStreak Fold(PersonCalendar calendar, DayLedger ledger, DateTimeOffset now)
    {
        var classifier = new DayClassifier(calendar, ledger, now);
        var days = new DayEntry[calendar.Challenge.Length];
        var totals = StreakAccumulator.Start;
        var (streakAtReportable, leaveDays) = (0, 0);
        for (var index = 0; index < days.Length; index++)
        {
            var day = classifier.Classify(calendar.Challenge.Start.AddDays(index));
            streakAtReportable = day.Date == classifier.Reportable ? totals.Current : streakAtReportable;
            days[index] = day.State == DayState.Missed && totals.CanFreeze ? day with { State = DayState.Frozen } : day;
            totals = totals.Add(days[index]);
            leaveDays += classifier.IsLeaveDay(day.Date) ? 1 : 0;
        }

        return new PersonStreak
        {
            Current = totals.Current,
            Best = totals.Best,
            Freezes = totals.Freezes,
            Today = classifier.TodayState,
            Days = ImmutableCollectionsMarshal.AsImmutableArray(days),
            Due = totals.Due,
            DoneDue = totals.DoneDue,
            PendingDue = totals.PendingDue,
            LeaveDays = leaveDays,
            Reportable = classifier.Reportable,
            SafeUntil = SafeUntil(classifier, totals.Current, streakAtReportable),
            NextChange = classifier.NextChange(now),
        };
    }

    /// <summary>
    /// The deadline of the first open day that endangers a streak: the reportable day when a streak was running before it,
    /// otherwise, when a streak is running now, the next day that is due and not done.
    /// </summary>
    private static DateTimeOffset? SafeUntil(DayClassifier classifier, int current, int streakAtReportable)
    {
        var day = streakAtReportable > 0 ? classifier.Reportable : current > 0 ? classifier.NextOpenDay() : null;
        return day is null ? null : classifier.DeadlineOf(day.Value);
    }
}

/// <summary>The totals of the streak fold up to a day. Off-days, done or not, leave them as they are (rule 2).</summary>
/// <param name="Current">The due days done in a row so far.</param>
/// <param name="Best">The longest streak so far.</param>
/// <param name="Freezes">The freezes held.</param>
/// <param name="Due">All due days so far.</param>
/// <param name="DoneDue">The done due days so far; a broken streak does not reset the count.</param>
/// <param name="PendingDue">The due days that can still be done or reported.</param>
internal readonly record struct StreakAccumulator(int Current, int Best, int Freezes, int Due, int DoneDue, int PendingDue)
{
    // Freezes (rule 4): two at first, at most two held, one more for every tenth done due day.
    private const int MaxFreezes = 2;
    private const int DoneDaysPerFreeze = 10;

    /// <summary>The totals before the first day.</summary>
    public static StreakAccumulator Start => new() { Freezes = MaxFreezes };

    /// <summary>Whether a freeze is spent on a day that is missed next: a streak is running and a freeze is held.</summary>
    public bool CanFreeze => Current > 0 && Freezes > 0;

    /// <summary>The totals after one more day.</summary>
    public StreakAccumulator Add(DayEntry day) => day switch
    {
        { IsDue: false } or { State: DayState.Ahead } => this,
        { State: DayState.Done } => AddDone(),
        { State: DayState.Frozen } => this with { Due = Due + 1, Freezes = Freezes - 1 },
        { State: DayState.Missed } => this with { Due = Due + 1, Current = 0 },
        _ => this with { Due = Due + 1, PendingDue = PendingDue + 1 },
    };

    private StreakAccumulator AddDone()
    {
        var doneDue = DoneDue + 1;
        var earned = doneDue % DoneDaysPerFreeze == 0 ? 1 : 0;
        return this with
        {
            Current = Current + 1,
            Best = Math.Max(Best, Current + 1),
            Freezes = Math.Min(MaxFreezes, Freezes + earned),
            Due = Due + 1,
            DoneDue = doneDue,
        };
    }
}
