using System.Collections.Immutable;

namespace StretchChallenge.Domain.Sessions;

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

        var union = presences.Union();
        var present = TimePresent(finished, union).Sum(span => span.Length);
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

    /// <summary>What somebody's presences in a finished session are worth, from their first one on.</summary>
    /// <param name="finished">The session.</param>
    /// <param name="presences">Their presences, in any order.</param>
    /// <param name="fromJoining">
    /// Whether the running time counts from their first presence on, because they do the missed steps alone (rule 25).
    /// </param>
    public static SessionPresence PresenceIn(SessionState finished, IEnumerable<TimeInterval> presences, bool fromJoining)
    {
        var union = presences.Union();
        var ran = fromJoining ? RunningTimeFrom(finished, union) : finished.RunIntervals.Sum(span => span.Length);
        return new SessionPresence(TimePresent(finished, union), ran);
    }

    private static JoinOutcome JoiningAt(SessionHistory history, long instant) => JoinOutcome.At(history.StateAt(instant), instant);

    internal static bool IsEnough(long part, long whole) => part > 0 && part * 100 >= whole * RequiredPercent;

    /// <summary>The running time within the presences, and that within the gaps between them up to the limit.</summary>
    private static ImmutableArray<TimeInterval> TimePresent(SessionState session, ImmutableArray<TimeInterval> union)
    {
        var gaps = union.Skip(1).SelectMany((span, index) => Running(session, new TimeInterval(union[index].To, span.From)));
        return union.SelectMany(span => Running(session, span)).Concat(First(MaxForgivenGaps, gaps)).Union();
    }

    private static IEnumerable<TimeInterval> Running(SessionState session, TimeInterval span) =>
        session.RunIntervals.Select(run => run.Within(span)).Where(part => part.Length > 0);

    private static IEnumerable<TimeInterval> First(long limit, IEnumerable<TimeInterval> spans)
    {
        foreach (var span in spans)
        {
            yield return span with { To = Math.Min(span.To, span.From + limit) };
            limit -= Math.Min(limit, span.Length);
        }
    }

    private static long RunningTimeFrom(SessionState session, ImmutableArray<TimeInterval> union) =>
        union.IsEmpty ? 0 : session.RunningTimeIn(new TimeInterval(union[0].From, long.MaxValue));
}

/// <summary>When somebody was present while a session ran (rule 12).</summary>
/// <param name="Intervals">The running time that counts as present, in order, without overlaps.</param>
/// <param name="Ran">The running time of which they must be present for the required share; milliseconds.</param>
public sealed record SessionPresence(ImmutableArray<TimeInterval> Intervals, long Ran)
{
    /// <summary>The time that counts as present; milliseconds.</summary>
    public long Total => Intervals.Sum(span => span.Length);
}
