using System.Collections.Immutable;

namespace StretchChallenge.Domain.Sessions;

/// <summary>Judges who was there (rule 12). All times are Unix milliseconds of the server's clock.</summary>
public static class Attendance
{
    /// <summary>The share of the running time, and of the planned time, that is needed.</summary>
    public const int NeededPercent = 80;

    /// <summary>How much of the gaps between two presences counts as present, in all.</summary>
    public const long ForgivenGaps = 60_000;

    /// <summary>Judges one participant of a finished session by their presences, in any order, and by how they joined.</summary>
    public static AttendanceVerdict Judge(SessionState finished, IEnumerable<ClockSpan> presences, Joining joining)
    {
        var ran = finished.Ran.Sum(span => span.Length);
        if (ran == 0 || !IsEnough(ran, finished.Timeline.Total))
        {
            return new AttendanceVerdict.SessionTooShort();
        }

        var union = Union(presences);
        var present = PresentTime(finished, union);
        return IsEnough(present, ran) ? new AttendanceVerdict.Credited()
            : joining is Joining.CatchUp late && IsEnough(present, RunningTimeFrom(finished, union))
                ? new AttendanceVerdict.CatchUp(late.Steps)
            : new AttendanceVerdict.NotPresent();
    }

    /// <summary>Judges one participant of a finished session by their presences alone, in any order.</summary>
    /// <remarks>They joined when they were first there while it ran: who only looked into the lobby has not joined yet.</remarks>
    public static AttendanceVerdict Judge(SessionHistory history, IEnumerable<ClockSpan> presences, long now)
    {
        var finished = history.StateAt(now);
        ImmutableArray<ClockSpan> there = [.. presences.Where(span => finished.RunningTimeIn(span) > 0)];
        return there.IsEmpty
            ? Judge(finished, there, new Joining.WatchAlong())
            : Judge(finished, there, JoiningAt(history, there.Min(span => span.From)));
    }

    /// <summary>How long somebody was there while the session ran, forgiven gaps included; milliseconds.</summary>
    public static long PresentTime(SessionState finished, IEnumerable<ClockSpan> presences) => PresentTime(finished, Union(presences));

    private static Joining JoiningAt(SessionHistory history, long instant) => Joining.At(history.StateAt(instant), instant);

    private static bool IsEnough(long part, long whole) => part > 0 && part * 100 >= whole * NeededPercent;

    /// <summary>The running time of the presences, and of the gaps between them up to the part that is forgiven.</summary>
    private static long PresentTime(SessionState session, ImmutableArray<ClockSpan> union)
    {
        var gaps = union.Skip(1).Select((span, index) => new ClockSpan(union[index].To, span.From));
        return union.Sum(session.RunningTimeIn) + Math.Min(ForgivenGaps, gaps.Sum(session.RunningTimeIn));
    }

    private static long RunningTimeFrom(SessionState session, ImmutableArray<ClockSpan> union) =>
        union.IsEmpty ? 0 : session.RunningTimeIn(new ClockSpan(union[0].From, long.MaxValue));

    /// <summary>Presences from several devices overlap; together they are one.</summary>
    private static ImmutableArray<ClockSpan> Union(IEnumerable<ClockSpan> presences)
    {
        var union = ImmutableArray.CreateBuilder<ClockSpan>();
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
