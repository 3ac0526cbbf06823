using System.Collections.Immutable;
using StretchChallenge.Domain.Streaks;

namespace StretchChallenge.Domain.Programme;

/// <summary>One of the eight weeks of a person's progress (rule 23).</summary>
/// <param name="Week">1 to 8.</param>
/// <param name="From">Its first day.</param>
/// <param name="Days">Its seven days.</param>
/// <param name="Due">The due days up to today: done, frozen, pending or missed.</param>
public sealed record ProgressWeek(int Week, DateOnly From, ImmutableArray<DayEntry> Days, int Due)
{
    /// <summary>The block of two weeks, 1 to 4.</summary>
    public int Block => ChallengeSchedule.BlockOf(Week);

    /// <summary>The hold time of the week.</summary>
    public int HoldSeconds => ChallengeSchedule.HoldSeconds(Week);

    /// <summary>The due days done; done off-days are off-days.</summary>
    public int Done => Days.Count(day => day is { State: DayState.Done, IsDue: true });

    /// <summary>The due days that a freeze protected.</summary>
    public int Frozen => CountOf(DayState.Frozen);

    /// <summary>The due days that can still be done or reported.</summary>
    public int Pending => CountOf(DayState.Pending);

    /// <summary>The due days missed for good.</summary>
    public int Missed => CountOf(DayState.Missed);

    /// <summary>The off-days of the whole week, done or not.</summary>
    public int Off => Days.Count(day => !day.IsDue);

    /// <summary>A person's weeks from their days in the challenge.</summary>
    public static ImmutableArray<ProgressWeek> Of(PersonStreak streak) =>
        [.. streak.Days.Chunk(7).Take(ChallengeSchedule.Weeks).Select((days, index) => Of(index + 1, days))];

    private static ProgressWeek Of(int week, DayEntry[] days) =>
        new(week, days[0].Date, [.. days], days.Count(day => day is { IsDue: true, State: not DayState.Ahead }));

    private int CountOf(DayState state) => Days.Count(day => day.State == state);
}
