using System.Collections.Immutable;
using StretchChallenge.Domain.Calendars;

namespace StretchChallenge.Domain.Programme;

/// <summary>The eight weeks: their blocks, their hold times, and when a challenge opens and closes (rules 22 and 23).</summary>
public static class ChallengeSchedule
{
    /// <summary>How many weeks there are.</summary>
    public const int Weeks = 8;

    private const int DaysInWeek = 7;

    private static readonly ImmutableArray<int> HoldSecondsOfWeeks = [15, 20, 20, 25, 25, 30, 30, 30];

    /// <summary>How long organisers may correct results after closing.</summary>
    public static TimeSpan CorrectionTime { get; } = TimeSpan.FromHours(72);

    /// <summary>The last day of a challenge that starts on the date.</summary>
    public static DateOnly EndFor(DateOnly start) => start.AddDays(ChallengeCalendar.LengthInDays - 1);

    /// <summary>The challenge week of a date: 1 to 8, counted from the start date whatever weekday it is; null outside.</summary>
    public static int? WeekOf(ChallengeCalendar challenge, DateOnly date) => challenge.Contains(date)
        ? Math.Min(Weeks, ((date.DayNumber - challenge.Start.DayNumber) / DaysInWeek) + 1)
        : null;

    /// <summary>The first day of a week, 1 to 8.</summary>
    public static DateOnly FirstDayOf(ChallengeCalendar challenge, int week) => challenge.Start.AddDays((week - 1) * DaysInWeek);

    /// <summary>The block of two weeks, 1 to 4, in which a week, 1 to 8, lies.</summary>
    public static int BlockOf(int week) => (week + 1) / 2;

    /// <summary>How long a stretch is held in a week, 1 to 8; in the last two the length of a dynamic set.</summary>
    public static int HoldSeconds(int week) => HoldSecondsOfWeeks[week - 1];

    /// <summary>When the challenge begins: the midnight of its first day in its own zone.</summary>
    public static DateTimeOffset StartsAt(ChallengeCalendar challenge) => ZoneTimeline.Fixed(challenge.Zone).StartOf(challenge.Start);

    /// <summary>
    /// When it closes: 12:00 on the day after its last in the westernmost of its participants' zones; where there are none,
    /// in its own.
    /// </summary>
    public static DateTimeOffset ClosesAt(ChallengeCalendar challenge, IEnumerable<ZoneTimeline> participants) => participants
        .DefaultIfEmpty(ZoneTimeline.Fixed(challenge.Zone))
        .Max(zone => zone.NoonOf(challenge.End.AddDays(1)));

    /// <summary>The state of a challenge that is no draft any more.</summary>
    /// <param name="challenge">Its dates.</param>
    /// <param name="closesAt">As <see cref="ClosesAt" /> gives it.</param>
    /// <param name="now">The instant; each state begins with its instant.</param>
    public static ChallengeState StateAt(ChallengeCalendar challenge, DateTimeOffset closesAt, DateTimeOffset now) =>
        now >= closesAt + CorrectionTime ? ChallengeState.Final
        : now >= closesAt ? ChallengeState.Closed
        : now >= StartsAt(challenge) ? ChallengeState.Running
        : ChallengeState.Open;
}
