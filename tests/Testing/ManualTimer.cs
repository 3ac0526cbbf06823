namespace StretchChallenge.Testing;

/// <summary>A timer of <see cref="ManualTimeProvider"/>, which guards its schedule with the clock's lock.</summary>
internal sealed class ManualTimer(ManualTimeProvider clock, TimerCallback callback, object? state)
    : ITimer, IComparable<ManualTimer>
{
    private volatile bool _disposed;

    /// <summary>When the timer fires next.</summary>
    public DateTimeOffset Due { get; set; }

    /// <summary>The time between two firings; zero or infinite for a timer that fires once.</summary>
    public TimeSpan Period { get; set; }

    /// <summary>Breaks ties: of two timers due at once, the one scheduled first fires first.</summary>
    public long Sequence { get; set; }

    public void Fire()
    {
        if (!_disposed)
        {
            callback(state);
        }
    }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        if (_disposed)
        {
            return false;
        }

        clock.Schedule(this, dueTime, period);
        return true;
    }

    public int CompareTo(ManualTimer? other) => (Due, Sequence).CompareTo((other!.Due, other.Sequence));

    public void Dispose()
    {
        _disposed = true;
        clock.Schedule(this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
