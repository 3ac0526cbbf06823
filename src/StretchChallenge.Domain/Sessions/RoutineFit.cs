using System.Collections.Immutable;
using StretchChallenge.Domain.Programme;

namespace StretchChallenge.Domain.Sessions;

/// <summary>One step of a person's own routine on the timeline of a session. Times are milliseconds.</summary>
/// <param name="Step">The index of the step in their routine.</param>
/// <param name="GetReady">The time before the exercise to get into position.</param>
/// <param name="Hold">How long the exercise is done.</param>
public readonly record struct FittedStep(int Step, long GetReady, long Hold)
{
    /// <summary>The step's whole time.</summary>
    public long Length => GetReady + Hold;
}

/// <summary>
/// Fits a person's own routine (gentle or seated) to the planned time of a session (rule 28). It takes as many of the
/// routine's exercises as come closest to that time, repeating the routine when it is shorter, and then scales their times.
/// </summary>
/// <remarks>
/// Exercises are dropped or repeated rather than scaled a lot, so that each hold stays close to its recommended time. The left
/// and right side of an exercise stay together. The steps fill the planned time exactly, so that a position on the session's
/// timeline is also a position in them.
/// </remarks>
public static class RoutineFit
{
    private const int MillisecondsPerSecond = 1000;

    /// <summary>Fits the steps of a routine to a time.</summary>
    /// <param name="own">The steps of the person's routine; at least one.</param>
    /// <param name="time">The session's planned time in milliseconds, greater than 0.</param>
    public static ImmutableArray<FittedStep> Fit(ImmutableArray<RoutineStep> own, long time)
    {
        var chosen = Choose(own, time);
        var planned = chosen.Sum(step => Planned(own[step]));
        var fitted = ImmutableArray.CreateBuilder<FittedStep>(chosen.Count);
        var begun = 0L;
        foreach (var step in chosen)
        {
            var (from, to) = (Scaled(begun), Scaled(begun + Planned(own[step])));
            var ready = Scaled(begun + ((long)own[step].GetReadySeconds * MillisecondsPerSecond));
            if (to > from)
            {
                fitted.Add(new FittedStep(step, ready - from, to - ready));
            }

            begun += Planned(own[step]);
        }

        return fitted.ToImmutable();

        // Positions are scaled, not lengths, so that rounding errors do not add up.
        long Scaled(long position) => (long)((Int128)position * time / planned);
    }

    private static List<int> Choose(ImmutableArray<RoutineStep> own, long time)
    {
        var chosen = new List<int>();
        var length = 0L;
        for (var first = 0; length < time;)
        {
            var count = IsPairOfSides(own, first) ? 2 : 1;
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

    private static bool IsPairOfSides(ImmutableArray<RoutineStep> own, int first) =>
        first + 1 < own.Length && own[first].Exercise == own[first + 1].Exercise
        && (own[first].Side, own[first + 1].Side) is (Side.Left, Side.Right) or (Side.Right, Side.Left);

    private static long Planned(RoutineStep step) => (long)step.PlannedSeconds * MillisecondsPerSecond;
}
