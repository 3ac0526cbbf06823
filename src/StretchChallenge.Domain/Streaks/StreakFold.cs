using System.Collections.Immutable;
using StretchChallenge.Domain.Calendars;

namespace StretchChallenge.Domain.Streaks;

/// <summary>One person's streak in one challenge as of an instant. It is derived from the ledger and never stored.</summary>
public sealed record PersonStreak
{
    /// <summary>What the fold counts.</summary>
    public required StreakTotals Totals { get; init; }

    /// <inheritdoc cref="StreakTotals.Current" />
    public int Current => Totals.Current;

    /// <inheritdoc cref="StreakTotals.Best" />
    public int Best => Totals.Best;

    /// <inheritdoc cref="StreakTotals.Freezes" />
    public int Freezes => Totals.Freezes;

    /// <inheritdoc cref="StreakTotals.Due" />
    public int Due => Totals.Due;

    /// <inheritdoc cref="StreakTotals.DoneDue" />
    public int DoneDue => Totals.DoneDue;

    /// <summary>What today is.</summary>
    public required TodayState Today { get; init; }

    /// <summary>Every day of the challenge, in order.</summary>
    public required ImmutableArray<DayEntry> Days { get; init; }

    /// <summary>The past day that can be self-reported now, or null.</summary>
    public required DateOnly? Reportable { get; init; }

    /// <summary>
    /// The first instant at which the streak breaks or a freeze is spent if nothing more is done; null when neither can happen.
    /// </summary>
    public required DateTimeOffset? SafeUntil { get; init; }

    /// <summary>The first instant after now at which any of this can change without a check-in; null when nothing can.</summary>
    public required DateTimeOffset? NextChange { get; init; }

    /// <summary>The days that a freeze protected, in order.</summary>
    public IEnumerable<DateOnly> Frozen => DatesOf(DayState.Frozen);

    /// <summary>The days that can still be done or reported, in order.</summary>
    public IEnumerable<DateOnly> Pending => DatesOf(DayState.Pending);

    private IEnumerable<DateOnly> DatesOf(DayState state) =>
        Days.Where(day => day.State == state).Select(day => day.Date);
}

/// <summary>Derives a person's streak from the ledger in one fold over the days of the challenge (rule 8).</summary>
/// <remarks>Credits for dates after today are ignored: a fold as of an earlier instant gives what was true then.</remarks>
public static class StreakFold
{
    /// <summary>What boards need of a person's streak: a few bit operations, and nothing allocated.</summary>
    /// <param name="challenge">The challenge.</param>
    /// <param name="days">The person's days in it.</param>
    /// <param name="clock">The person's clock.</param>
    public static StreakTotals Fold(ChallengeCalendar challenge, ChallengeDays days, LocalClock clock) =>
        StreakTotals.Of(DayStates.At(challenge, days, clock), out _);

    /// <summary>The person's streak in the calendar's challenge as of now.</summary>
    public static PersonStreak Fold(PersonCalendar calendar, DayLedger ledger, DateTimeOffset now)
    {
        var (challenge, clock, days) = (calendar.Challenge, new LocalClock(calendar.Zone, now), ChallengeDays.Of(calendar, ledger));
        var states = DayStates.At(challenge, days, clock);
        var totals = StreakTotals.Of(states, out var frozen);
        var today = TodayOf(calendar, ledger, days.Calendar, clock.Today);
        return new PersonStreak
        {
            Totals = totals,
            Today = today,
            Days = Entries(challenge, states, frozen),
            Reportable = states.Reportable is { } day ? challenge.DateOf(day) : null,
            SafeUntil = SafeUntil(challenge, days, states, totals.Current, clock),
            NextChange = NextChange(challenge, days, states, today, clock),
        };
    }

    // A credit counts as done today outside the challenge too, on days that no set contains.
    private static TodayState TodayOf(PersonCalendar calendar, DayLedger ledger, CalendarDays days, DateOnly today) =>
        today >= calendar.Joined && ledger.Done.Contains(today) ? TodayState.Done
        : days.DueByCalendar.Contains(calendar.Challenge.DayOf(today)) ? TodayState.Pending
        : TodayState.Off;

    private static ImmutableArray<DayEntry> Entries(ChallengeCalendar challenge, DayStates states, DaySet frozen)
    {
        var entries = ImmutableArray.CreateBuilder<DayEntry>(challenge.Length);
        foreach (var day in challenge.Days)
        {
            var state = states.Done.Contains(day) ? DayState.Done
                : !states.Due.Contains(day) ? DayState.Off
                : states.Ahead.Contains(day) ? DayState.Ahead
                : states.Pending.Contains(day) ? DayState.Pending
                : frozen.Contains(day) ? DayState.Frozen
                : DayState.Missed;
            entries.Add(new DayEntry(challenge.DateOf(day), state, states.Due.Contains(day)));
        }

        return entries.DrainToImmutable();
    }

    /// <summary>
    /// The deadline of the first open day that endangers a streak: the reportable day when a streak was running before it,
    /// otherwise, when a streak is running now, the next day that is due and not done.
    /// </summary>
    private static DateTimeOffset? SafeUntil(
        ChallengeCalendar challenge, ChallengeDays days, DayStates states, int current, LocalClock clock)
    {
        // No day after the reportable one is missed, so the streak before it is the current one without the days done since.
        var doneSince = states.Reportable is { } missed ? (states.Done & states.Due & DaySet.From(missed)).Count : current;
        var open = current > doneSince ? states.Reportable
            : current == 0 ? null
            : states.Pending.Contains(states.Today) ? states.Today
            : days.Calendar.NextDue(after: states.Today);
        return open is { } day ? DeadlineOf(challenge, days, states, day, clock) : null;
    }

    // A due day that is not done is finally missed at the end of its grace, or at its midnight when the week's self-report has
    // been used for another day.
    internal static DateTimeOffset DeadlineOf(
        ChallengeCalendar challenge, ChallengeDays days, DayStates states, int day, LocalClock clock) =>
        DayStates.IsWeekUsed(day, days.Credited, states.Today)
            ? clock.StartOf(challenge.DateOf(day + 1))
            : clock.NoonOf(challenge.DateOf(days.Calendar.GraceEndDay(day)));

    // A midnight, a change of zone, or the end of a grace. Nothing changes when the challenge is over and no day is pending.
    private static DateTimeOffset? NextChange(
        ChallengeCalendar challenge, ChallengeDays days, DayStates states, TodayState today, LocalClock clock)
    {
        if (clock.Today > challenge.End && states.Reportable is null && today == TodayState.Off)
        {
            return null;
        }

        var grace = states.Reportable is { } day ? DeadlineOf(challenge, days, states, day, clock) : clock.NextDay;
        return grace < clock.NextDay ? grace : clock.NextDay;
    }
}
