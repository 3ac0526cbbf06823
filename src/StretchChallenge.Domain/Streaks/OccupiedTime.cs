using System.Collections.Immutable;
using StretchChallenge.Domain.Sessions;

namespace StretchChallenge.Domain.Streaks;

/// <summary>
/// The time that a person's completed runs and credited live sessions occupy. Time counts once: what overlaps it does not count
/// again towards another run or session (rule 11).
/// </summary>
public sealed class OccupiedTime
{
    private readonly ImmutableArray<TimeInterval> _intervals;

    /// <summary>Creates it from intervals in any order, which may overlap.</summary>
    public OccupiedTime(params IEnumerable<TimeInterval> intervals) => _intervals = intervals.Union();

    /// <summary>No time is occupied.</summary>
    public static OccupiedTime None { get; } = new();

    /// <summary>Whether enough of a presence in a live session is free for a credit (rule 12).</summary>
    public bool LeavesEnoughOf(SessionPresence presence) => Attendance.IsEnough(
        presence.Total - presence.Intervals.Sum(present => _intervals.Sum(occupied => occupied.Within(present).Length)),
        presence.Ran);

    /// <summary>The instant by which an amount of free time has passed since a start.</summary>
    internal DateTimeOffset After(DateTimeOffset start, TimeSpan free)
    {
        var end = start + free;
        foreach (var interval in _intervals)
        {
            var (from, to) = (Instant(interval.From), Instant(interval.To));
            if (to > start && from < end)
            {
                end += to - (from > start ? from : start);
            }
        }

        return end;
    }

    private static DateTimeOffset Instant(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
