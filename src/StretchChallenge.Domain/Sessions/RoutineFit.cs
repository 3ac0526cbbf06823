using System.Collections.Immutable;
using StretchChallenge.Domain.Programme;

namespace StretchChallenge.Domain.Sessions;

/// <summary>
/// Fits a person's own routine to the time of a room (rule 28): as many of its exercises as come nearest to that time,
/// from the beginning and again from the beginning where it is too short, each then a little longer or shorter.
/// </summary>
/// <remarks>
/// Exercises are left out or repeated, rather than stretched, so that a hold stays near its dose. The two sides of an
/// exercise stay together. The steps fill the room's timeline exactly: a position in it is a position in them.
/// </remarks>
public static class RoutineFit
{
    private const int Milliseconds = 1000;

    /// <summary>The own steps over a room's time.</summary>
    /// <param name="own">The steps of the person's routine; at least one.</param>
    /// <param name="time">The room's planned time in milliseconds, longer than 0.</param>
    public static ImmutableArray<FittedStep> Fit(ImmutableArray<RoutineStep> own, long time)
    {
        var chosen = Nearest(own, time);
        var planned = chosen.Sum(step => Planned(own[step]));
        var fitted = ImmutableArray.CreateBuilder<FittedStep>(chosen.Count);
        var begun = 0L;
        foreach (var step in chosen)
        {
            var (from, to) = (Scaled(begun), Scaled(begun + Planned(own[step])));
            var ready = Scaled(begun + ((long)own[step].GetReadySeconds * Milliseconds));
            if (to > from)
            {
                fitted.Add(new FittedStep(step, ready - from, to - ready));
            }

            begun += Planned(own[step]);
        }

        return fitted.ToImmutable();

        // Of the end of a step, not of its length: what is rounded off one is given to the next.
        long Scaled(long position) => (long)((Int128)position * time / planned);
    }

    private static List<int> Nearest(ImmutableArray<RoutineStep> own, long time)
    {
        var chosen = new List<int>();
        var length = 0L;
        for (var first = 0; length < time;)
        {
            var count = IsPair(own, first) ? 2 : 1;
            var next = Enumerable.Range(first, count).Sum(step => Planned(own[step]));
            if (length > 0 && length + next - time > time - length)
            {
                break;
            }

            chosen.AddRange(Enumerable.Range(first, count));
            length += next;
            first = (first + count) % own.Length;
        }

        return chosen;
    }

    private static bool IsPair(ImmutableArray<RoutineStep> own, int first) =>
        first + 1 < own.Length && own[first].Exercise == own[first + 1].Exercise
        && (own[first].Side, own[first + 1].Side) is (Side.Left, Side.Right) or (Side.Right, Side.Left);

    private static long Planned(RoutineStep step) => (long)step.PlannedSeconds * Milliseconds;
}
