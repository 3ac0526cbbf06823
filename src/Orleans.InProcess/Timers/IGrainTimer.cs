namespace Orleans.Runtime;

/// <summary>A timer of one activation; disposing it stops it.</summary>
public interface IGrainTimer : IDisposable
{
    /// <summary>Sets when the timer ticks next, and the time between ticks; infinite stops, or ticks just once.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A span is negative (and not infinite) or too long.</exception>
    void Change(TimeSpan dueTime, TimeSpan period);
}
