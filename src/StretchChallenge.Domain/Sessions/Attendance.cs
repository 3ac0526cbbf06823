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

/// <summary>What a finished session is worth to one participant.</summary>
public abstract record AttendanceResult
{
    private AttendanceResult()
    {
    }

    /// <summary>Present long enough: a credit for the day.</summary>
    public sealed record Credited : AttendanceResult;

    /// <summary>Joined in the first half and stayed: a credit after these steps (by index) are done alone.</summary>
    public sealed record CatchUp(ImmutableArray<int> Steps) : AttendanceResult;

    /// <summary>Not present long enough.</summary>
    public sealed record NotPresent : AttendanceResult;

    /// <summary>Too little of the planned time was run: the session credits nobody.</summary>
    public sealed record SessionTooShort : AttendanceResult;
}

/// <summary>Decides who was present in a session long enough for a credit (rule 12). All times are Unix milliseconds.</summary>
public static class Attendance
{
    /// <summary>
    /// How much of the running time a participant must be present, and how much of the planned time must be run, in percent.
    /// </summary>
    public const int RequiredPercent = 80;

    /// <summary>How much of the gaps between two presences counts as present, in total; milliseconds.</summary>
    public const long MaxForgivenGaps = 60_000;

    /// <summary>Decides about one participant of a finished session by their presences, in any order, and by when they joined.</summary>
    public static AttendanceResult Evaluate(SessionState finished, IEnumerable<TimeInterval> presences, JoinOutcome joining)
    {
        var ran = finished.RunIntervals.Sum(span => span.Length);
        if (ran == 0 || !IsEnough(ran, finished.Timeline.Total))
        {
            return new AttendanceResult.SessionTooShort();
        }

        var union = Union(presences);
        var present = PresentTime(finished, union);
        return IsEnough(present, ran) ? new AttendanceResult.Credited()
            : joining is JoinOutcome.CatchUp late && IsEnough(present, RunningTimeFrom(finished, union))
                ? new AttendanceResult.CatchUp(late.Steps)
            : new AttendanceResult.NotPresent();
    }

    /// <summary>Decides about one participant of a finished session by their presences alone, in any order.</summary>
    /// <remarks>A participant joins with their first presence while the session runs; being in the lobby only is not joining.</remarks>
    public static AttendanceResult Evaluate(SessionHistory history, IEnumerable<TimeInterval> presences, long now)
    {
        var finished = history.StateAt(now);
        ImmutableArray<TimeInterval> whileRunning = [.. presences.Where(span => finished.RunningTimeIn(span) > 0)];
        return whileRunning.IsEmpty
            ? Evaluate(finished, whileRunning, new JoinOutcome.WatchAlong())
            : Evaluate(finished, whileRunning, JoiningAt(history, whileRunning.Min(span => span.From)));
    }

    /// <summary>How long somebody was present while the session ran, forgiven gaps included; milliseconds.</summary>
    public static long PresentTime(SessionState finished, IEnumerable<TimeInterval> presences) => PresentTime(finished, Union(presences));

    private static JoinOutcome JoiningAt(SessionHistory history, long instant) => JoinOutcome.At(history.StateAt(instant), instant);

    private static bool IsEnough(long part, long whole) => part > 0 && part * 100 >= whole * RequiredPercent;

    /// <summary>The running time within the presences, plus that within the gaps between them up to the limit.</summary>
    private static long PresentTime(SessionState session, ImmutableArray<TimeInterval> union)
    {
        var gaps = union.Skip(1).Select((span, index) => new TimeInterval(union[index].To, span.From));
        return union.Sum(session.RunningTimeIn) + Math.Min(MaxForgivenGaps, gaps.Sum(session.RunningTimeIn));
    }

    private static long RunningTimeFrom(SessionState session, ImmutableArray<TimeInterval> union) =>
        union.IsEmpty ? 0 : session.RunningTimeIn(new TimeInterval(union[0].From, long.MaxValue));

    /// <summary>Merges presences that overlap, because one person can be present with several devices.</summary>
    private static ImmutableArray<TimeInterval> Union(IEnumerable<TimeInterval> presences)
    {
        var union = ImmutableArray.CreateBuilder<TimeInterval>();
        foreach (var span in presences.Where(span => span.Length > 0).OrderBy(span => span.From))
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
