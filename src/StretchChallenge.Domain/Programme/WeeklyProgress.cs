using System.Collections.Immutable;
using StretchChallenge.Domain.Streaks;

namespace StretchChallenge.Domain.Programme;

/// <summary>A person's progress in one of the eight weeks (rule 23).</summary>
/// <param name="Week">The week, 1 to 8.</param>
/// <param name="Days">Its seven days, beginning with the weekday of the challenge's start.</param>
public sealed record WeeklyProgress(int Week, ImmutableArray<DayEntry> Days)
{
    /// <summary>The first day of the week.</summary>
    public DateOnly From => Days[0].Date;

    /// <summary>The block of two weeks, 1 to 4.</summary>
    public int Block => ChallengeSchedule.BlockOf(Week);

    /// <summary>How long a stretch is held in this week, in seconds.</summary>
    public int HoldSeconds => ChallengeSchedule.HoldSeconds(Week);

    /// <summary>The number of due days up to today: done, frozen, pending or missed.</summary>
    public int Due => Days.Count(day => day is { IsDue: true, State: not DayState.Ahead });

    /// <summary>The number of due days that are done.</summary>
    public int Done => Days.Count(day => day is { IsDue: true, State: DayState.Done });

    /// <summary>The number of missed due days that a freeze protected.</summary>
    public int Frozen => CountOf(DayState.Frozen);

    /// <summary>The number of due days that can still be done or reported.</summary>
    public int Pending => CountOf(DayState.Pending);

    /// <summary>The number of due days that are finally missed.</summary>
    public int Missed => CountOf(DayState.Missed);

    /// <summary>The number of off-days of the whole week, done ones and coming ones included.</summary>
    public int Off => Days.Count(day => !day.IsDue);

    /// <summary>Splits a person's days in a challenge into its weeks.</summary>
    public static ImmutableArray<WeeklyProgress> Of(PersonStreak streak) =>
    [
        .. streak.Days.Chunk(ChallengeSchedule.DaysInWeek).Take(ChallengeSchedule.Weeks)
            .Select((days, index) => new WeeklyProgress(index + 1, [.. days])),
    ];

    private int CountOf(DayState state) => Days.Count(day => day.State == state);
}
