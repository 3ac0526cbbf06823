using System.Collections.Immutable;

namespace StretchChallenge.Domain.Sessions;

/// <summary>The planned steps of a session, end to end; positions are milliseconds from its beginning (rule 24).</summary>
public sealed class Timeline
{
    private readonly ImmutableArray<long> _ends;

    /// <summary>The timeline of these steps, in milliseconds.</summary>
    /// <exception cref="ArgumentException">There is no step, or one is not longer than 0.</exception>
    public Timeline(params IEnumerable<long> steps)
    {
        Steps = [.. steps];
        if (Steps.IsEmpty || Steps.Any(step => step <= 0))
        {
            throw new ArgumentException("A timeline has steps, each longer than 0.", nameof(steps));
        }

        _ends = [.. Steps.Select((_, index) => Steps.Take(index + 1).Sum())];
    }

    /// <summary>The planned length of each step.</summary>
    public ImmutableArray<long> Steps { get; }

    /// <summary>The planned length of all steps.</summary>
    public long Total => _ends[^1];

    /// <summary>The step at a position: a boundary belongs to the next one, the end is the number of steps.</summary>
    public int StepAt(long position)
    {
        var step = 0;
        while (step < _ends.Length && _ends[step] <= position)
        {
            step++;
        }

        return step;
    }

    /// <summary>How much of its step is left at a position; 0 at the end.</summary>
    public long RemainingAt(long position)
    {
        var step = StepAt(position);
        return step < _ends.Length ? _ends[step] - position : 0;
    }

    /// <summary>The steps that had begun before a position, the current one included if part of it is gone.</summary>
    public ImmutableArray<int> StepsBegunBefore(long position) =>
        [.. Enumerable.Range(0, Steps.Length).Where(step => _ends[step] - Steps[step] < position)];
}
