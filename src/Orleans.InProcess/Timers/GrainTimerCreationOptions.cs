using System.Diagnostics.CodeAnalysis;

namespace Orleans.Runtime;

/// <summary>How a grain timer behaves.</summary>
public readonly struct GrainTimerCreationOptions()
{
    /// <summary>A timer that neither interleaves nor keeps its activation alive.</summary>
    [SetsRequiredMembers]
    public GrainTimerCreationOptions(TimeSpan dueTime, TimeSpan period)
        : this()
    {
        DueTime = dueTime;
        Period = period;
    }

    /// <summary>The time until the first tick; zero ticks at once, infinite not before it is changed.</summary>
    public required TimeSpan DueTime { get; init; }

    /// <summary>The time between the end of a tick and the next one; infinite ticks once.</summary>
    public required TimeSpan Period { get; init; }

    /// <summary>Whether ticks may interleave with requests and other ticks. Default: false.</summary>
    public bool Interleave { get; init; }

    /// <summary>Whether ticks count as use of the activation, so that it is not collected. Default: false.</summary>
    public bool KeepAlive { get; init; }
}
