using System.Collections.Immutable;
using StretchChallenge.Domain.Calendars;

namespace StretchChallenge.Domain.Programme;

/// <summary>Where a challenge stands in its life (rule 22).</summary>
public enum ChallengeState
{
    /// <summary>Being prepared; nobody can join.</summary>
    Draft,

    /// <summary>Open for joining; has not begun.</summary>
    Open,

    /// <summary>From its first day until it closes.</summary>
    Running,

    /// <summary>For 72 hours organisers may make audited corrections.</summary>
    Closed,

    /// <summary>Results no longer change.</summary>
    Final,

    /// <summary>Called off by an organiser before it closed: what was done later does not count, and the boards stay as they were.</summary>
    Cancelled,
}

/// <summary>The weeks and blocks of a challenge, their hold times, and when the challenge begins, closes and becomes final.</summary>
public static class ChallengeSchedule
{
    /// <summary>The number of weeks of a challenge.</summary>
    public const int Weeks = 8;

    /// <summary>The number of days of a challenge week.</summary>
    public const int DaysInWeek = 7;

    private static readonly ImmutableArray<int> HoldSecondsOfWeeks = [15, 20, 20, 25, 25, 30, 30, 30];

    /// <summary>How long organisers may correct results after closing: 72 hours.</summary>
    public static TimeSpan CorrectionTime { get; } = TimeSpan.FromHours(72);

    /// <summary>The last day of a challenge that starts on the date.</summary>
    public static DateOnly EndFor(DateOnly start) => start.AddDays(ChallengeCalendar.LengthInDays - 1);

    /// <summary>The challenge week of a date, 1 to 8. Weeks begin on the weekday of the start date. Null outside the challenge.</summary>
    public static int? WeekOf(ChallengeCalendar challenge, DateOnly date) => challenge.Contains(date)
        ? Math.Min(Weeks, ((date.DayNumber - challenge.Start.DayNumber) / DaysInWeek) + 1)
        : null;

    /// <summary>The block of two weeks, 1 to 4, to which a week, 1 to 8, belongs.</summary>
    public static int BlockOf(int week) => (week + 1) / 2;

    /// <summary>How many seconds a stretch is held in a week, 1 to 8; in weeks 7 and 8 the length of a dynamic set.</summary>
    public static int HoldSeconds(int week) => HoldSecondsOfWeeks[week - 1];

    /// <summary>When the challenge begins: the midnight of its first day in its own zone.</summary>
    public static DateTimeOffset StartsAt(ChallengeCalendar challenge) => ZoneTimeline.Fixed(challenge.Zone).StartOf(challenge.Start);

    /// <summary>
    /// When the challenge closes: 12:00 on the day after its last day in the westernmost zone of its participants, or in its
    /// own zone when it has no participants.
    /// </summary>
    public static DateTimeOffset ClosesAt(ChallengeCalendar challenge, IEnumerable<ZoneTimeline> participants) => participants
        .DefaultIfEmpty(ZoneTimeline.Fixed(challenge.Zone))
        .Max(zone => zone.NoonOf(challenge.End.AddDays(1)));

    /// <summary>Whether nothing that is done any more counts.</summary>
    public static bool IsOver(this ChallengeState state) => state is ChallengeState.Closed or ChallengeState.Final or ChallengeState.Cancelled;

    /// <summary>The state at an instant of a challenge that is no longer a draft.</summary>
    /// <param name="challenge">The challenge's calendar.</param>
    /// <param name="closesAt">The result of <see cref="ClosesAt" />.</param>
    /// <param name="now">The instant; each state includes the instant at which it begins.</param>
    /// <param name="cancelledAt">When it was cancelled; null where it was not.</param>
    public static ChallengeState StateAt(
        ChallengeCalendar challenge, DateTimeOffset closesAt, DateTimeOffset now, DateTimeOffset? cancelledAt = null) =>
        now >= cancelledAt ? ChallengeState.Cancelled
        : now >= closesAt + CorrectionTime ? ChallengeState.Final
        : now >= closesAt ? ChallengeState.Closed
        : now >= StartsAt(challenge) ? ChallengeState.Running
        : ChallengeState.Open;
}
