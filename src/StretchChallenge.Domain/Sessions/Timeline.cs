using System.Collections.Immutable;

namespace StretchChallenge.Domain.Sessions;

/// <summary>The planned steps of a session, one after the other. Positions are milliseconds from the beginning.</summary>
public sealed class Timeline
{
    private readonly ImmutableArray<long> _ends;

    /// <summary>Creates a timeline from the lengths of its steps, in milliseconds.</summary>
    /// <exception cref="ArgumentException">There is no step, or the length of one is not greater than 0.</exception>
    public Timeline(params IEnumerable<long> steps)
    {
        Steps = [.. steps];
        if (Steps.IsEmpty || Steps.Any(step => step <= 0))
        {
            throw new ArgumentException("A timeline needs steps whose lengths are greater than 0.", nameof(steps));
        }

        _ends = [.. Steps.Select((_, index) => Steps.Take(index + 1).Sum())];
    }

    /// <summary>The planned length of each step, in milliseconds.</summary>
    public ImmutableArray<long> Steps { get; }

    /// <summary>The planned length of all steps together, in milliseconds.</summary>
    public long Total => _ends[^1];

    /// <summary>The index of the step at a position. A boundary belongs to the next step; at the end it is the number of steps.</summary>
    public int StepAt(long position)
    {
        var step = 0;
        while (step < _ends.Length && _ends[step] <= position)
        {
            step++;
        }

        return step;
    }

    /// <summary>The milliseconds left of the step at a position; 0 at the end.</summary>
    public long RemainingAt(long position)
    {
        var step = StepAt(position);
        return step < _ends.Length ? _ends[step] - position : 0;
    }

    /// <summary>The indexes of the steps that began before a position, those still running included.</summary>
    public ImmutableArray<int> StepsBegunBefore(long position) =>
        [.. Enumerable.Range(0, Steps.Length).Where(step => _ends[step] - Steps[step] < position)];
}
