using System.Collections.Immutable;
using StretchChallenge.Domain.Streaks;

namespace StretchChallenge.Domain.Programme;

/// <summary>One of the eight weeks of a person's progress (rule 23).</summary>
/// <param name="Week">1 to 8.</param>
/// <param name="Days">Its seven days, the first on the weekday on which the challenge began.</param>
public sealed record ProgressWeek(int Week, ImmutableArray<DayEntry> Days)
{
    private const int DaysInWeek = 7;

    /// <summary>Its first day.</summary>
    public DateOnly From => Days[0].Date;

    /// <summary>The block of two weeks, 1 to 4.</summary>
    public int Block => ChallengeSchedule.BlockOf(Week);

    /// <summary>The hold time of the week.</summary>
    public int HoldSeconds => ChallengeSchedule.HoldSeconds(Week);

    /// <summary>The due days up to today: done, frozen, pending or missed.</summary>
    public int Due => Days.Count(day => day is { IsDue: true, State: not DayState.Ahead });

    /// <summary>The due days done.</summary>
    public int Done => Days.Count(day => day is { IsDue: true, State: DayState.Done });

    /// <summary>The due days that a freeze protected.</summary>
    public int Frozen => CountOf(DayState.Frozen);

    /// <summary>The due days that can still be done or reported.</summary>
    public int Pending => CountOf(DayState.Pending);

    /// <summary>The due days missed for good.</summary>
    public int Missed => CountOf(DayState.Missed);

    /// <summary>The off-days of the whole week; a done one is an off-day still.</summary>
    public int Off => Days.Count(day => !day.IsDue);

    /// <summary>A person's weeks from their days in the challenge.</summary>
    public static ImmutableArray<ProgressWeek> Of(PersonStreak streak) =>
    [
        .. streak.Days.Chunk(DaysInWeek).Take(ChallengeSchedule.Weeks)
            .Select((days, index) => new ProgressWeek(index + 1, [.. days])),
    ];

    private int CountOf(DayState state) => Days.Count(day => day.State == state);
}
