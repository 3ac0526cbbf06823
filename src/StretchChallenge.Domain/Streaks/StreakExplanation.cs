using System.Collections.Immutable;
using StretchChallenge.Domain.Calendars;

namespace StretchChallenge.Domain.Streaks;

/// <summary>Why a streak is as it is: what ended the last run, which days freezes protected, and what can still be done.</summary>
/// <param name="LastRun">The last run that a missed day ended; null when none was ended.</param>
/// <param name="Frozen">The days that a freeze protected, in order (rule 4).</param>
/// <param name="DaysToNextFreeze">How many more done due days earn the next freeze: 1 to 10. It is kept while fewer than 2 are held.</param>
/// <param name="Open">The missed day in its grace and today, where they can still be done or reported, in order (rules 5 and 7).</param>
public sealed record StreakExplanation(
    EndedRun? LastRun, ImmutableArray<DateOnly> Frozen, int DaysToNextFreeze, ImmutableArray<OpenDay> Open)
{
    /// <summary>Explains the streak of <see cref="StreakFold" /> as of the same instant.</summary>
    public static StreakExplanation Of(PersonCalendar calendar, DayLedger ledger, DateTimeOffset now)
    {
        var (challenge, clock, days) = (calendar.Challenge, new LocalClock(calendar.Zone, now), ChallengeDays.Of(calendar, ledger));
        var states = DayStates.At(challenge, days, clock);
        var totals = StreakTotals.Of(states, out var frozen);
        return new StreakExplanation(
            LastRunOf(challenge, days, states, frozen, clock),
            [.. DatesOf(challenge, frozen)],
            StreakTotals.DoneDaysPerFreeze - (totals.DoneDue % StreakTotals.DoneDaysPerFreeze),
            [.. OpenDays(challenge, days, states, clock)]);
    }

    // A run is broken by a missed day without a freeze after at least one done due day since the break before it.
    private static EndedRun? LastRunOf(ChallengeCalendar challenge, ChallengeDays days, DayStates states, DaySet frozen, LocalClock clock)
    {
        var done = states.Done & states.Due;
        EndedRun? last = null;
        var start = 0;
        foreach (var missed in states.Missed.Except(frozen))
        {
            var between = DaySet.Between(start, missed - 1);
            if ((done & between) is { IsEmpty: false, First: { } first, Count: var length })
            {
                var used = DayStates.SelfReportedInWeekOf(missed, days.Credited, states.Today);
                last = new EndedRun(
                    challenge.DateOf(first),
                    challenge.DateOf(missed),
                    length,
                    [.. DatesOf(challenge, frozen & DaySet.Between(first, missed))],
                    StreakFold.DeadlineOf(challenge, days, states, missed, clock),
                    used is { } other ? challenge.DateOf(other) : null);
            }

            start = missed + 1;
        }

        return last;
    }

    private static IEnumerable<OpenDay> OpenDays(ChallengeCalendar challenge, ChallengeDays days, DayStates states, LocalClock clock)
    {
        foreach (var day in states.Pending)
        {
            yield return new OpenDay(challenge.DateOf(day), StreakFold.DeadlineOf(challenge, days, states, day, clock), day != states.Today);
        }
    }

    private static IEnumerable<DateOnly> DatesOf(ChallengeCalendar challenge, DaySet days)
    {
        foreach (var day in days)
        {
            yield return challenge.DateOf(day);
        }
    }
}

/// <summary>A run of done due days that a missed day ended.</summary>
/// <param name="From">Its first done due day.</param>
/// <param name="MissedOn">The missed day that ended it, when no freeze was left.</param>
/// <param name="Length">How many due days were done in it.</param>
/// <param name="Frozen">The days in it that a freeze protected, in order.</param>
/// <param name="ReportableUntil">Until when (exclusive) the missed day could be done or reported.</param>
/// <param name="ReportUsedFor">Another day of the same ISO week that was self-reported, so that the missed one could not be; null where none was.</param>
public sealed record EndedRun(
    DateOnly From, DateOnly MissedOn, int Length, ImmutableArray<DateOnly> Frozen, DateTimeOffset ReportableUntil, DateOnly? ReportUsedFor);

/// <summary>A due day that can still be done or reported.</summary>
/// <param name="Date">The date.</param>
/// <param name="Until">Until when (exclusive).</param>
/// <param name="ByReport">Whether it is past, so that a self-report is what counts.</param>
public readonly record struct OpenDay(DateOnly Date, DateTimeOffset Until, bool ByReport);
