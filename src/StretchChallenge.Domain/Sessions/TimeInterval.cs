using System.Collections.Immutable;

namespace StretchChallenge.Domain.Sessions;

/// <summary>A time interval on the server's clock, in Unix milliseconds; the end is exclusive.</summary>
public readonly record struct TimeInterval(long From, long To)
{
    /// <summary>The length in milliseconds; 0 when the end is before the start.</summary>
    public long Length => Math.Max(0, To - From);

    /// <summary>The intersection with another interval; its length is 0 when they do not overlap.</summary>
    public TimeInterval Within(TimeInterval other) => new(Math.Max(From, other.From), Math.Min(To, other.To));
}

/// <summary>Operations on several time intervals.</summary>
internal static class TimeIntervals
{
    /// <summary>The intervals in order, with those that overlap or touch merged, and without empty ones.</summary>
    public static ImmutableArray<TimeInterval> Union(this IEnumerable<TimeInterval> intervals)
    {
        var union = ImmutableArray.CreateBuilder<TimeInterval>();
        foreach (var span in intervals.Where(span => span.Length > 0).OrderBy(span => span.From))
        {
            if (union.Count > 0 && span.From <= union[^1].To)
            {
                union[^1] = union[^1] with { To = Math.Max(union[^1].To, span.To) };
            }
            else
            {
                union.Add(span);
            }
        }

        return union.DrainToImmutable();
    }
}
