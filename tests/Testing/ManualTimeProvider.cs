namespace StretchChallenge.Testing;

/// <summary>
/// A clock that stands still until a test moves it. Timers fire on the thread that moves the clock, in the order in
/// which they fall due, each seeing its own due time as the present.
/// </summary>
/// <remarks>
/// Stands in for FakeTimeProvider of Microsoft.Extensions.TimeProvider.Testing. Thread-safe, but with one driver:
/// two threads moving the clock at once is a mistake in the test, and throws.
/// </remarks>
public sealed class ManualTimeProvider : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<ManualTimer> _pending = [];
    private DateTimeOffset _now;
    private long _timerSequence;
    private int _driving;

    /// <summary>Starts the clock at <paramref name="start"/>.</summary>
    public ManualTimeProvider(DateTimeOffset start) => _now = start.ToUniversalTime();

    /// <summary>Starts the clock on Monday, 2 March 2026, 09:00 UTC.</summary>
    public ManualTimeProvider()
        : this(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero))
    {
    }

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <summary>How many timers wait to fire: tells a test that the code under test has begun to wait.</summary>
    public int PendingTimers
    {
        get
        {
            lock (_lock)
            {
                return _pending.Count;
            }
        }
    }

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            return _now;
        }
    }

    /// <inheritdoc/>
    public override long GetTimestamp() => GetUtcNow().Ticks;

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves the clock on by <paramref name="span"/>, which is not negative, firing what falls due.</summary>
    public void Advance(TimeSpan span)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(span, TimeSpan.Zero);
        SetUtcNow(GetUtcNow() + span);
    }

    /// <summary>Moves the clock to <paramref name="instant"/>, which is not in its past, firing what falls due.</summary>
    public void SetUtcNow(DateTimeOffset instant)
    {
        if (Interlocked.Exchange(ref _driving, 1) == 1)
        {
            throw new InvalidOperationException("The clock is already being moved: fake time has exactly one driver.");
        }

        try
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(instant, GetUtcNow());
            while (TakeNextDue(instant) is { } timer)
            {
                timer.Fire();
            }
        }
        finally
        {
            Volatile.Write(ref _driving, 0);
        }
    }

    /// <summary>Sets when <paramref name="timer"/> fires next; an infinite <paramref name="dueTime"/> stops it.</summary>
    internal void Schedule(ManualTimer timer, TimeSpan dueTime, TimeSpan period)
    {
        lock (_lock)
        {
            _pending.Remove(timer);
            timer.Period = period;
            if (dueTime != Timeout.InfiniteTimeSpan)
            {
                Enqueue(timer, _now + dueTime);
            }
        }
    }

    private ManualTimer? TakeNextDue(DateTimeOffset limit)
    {
        lock (_lock)
        {
            var next = _pending.Count > 0 ? _pending.Min() : null;
            if (next is null || next.Due > limit)
            {
                _now = limit;
                return null;
            }

            _now = next.Due;
            _pending.Remove(next);
            if (next.Period > TimeSpan.Zero)
            {
                Enqueue(next, _now + next.Period);
            }

            return next;
        }
    }

    private void Enqueue(ManualTimer timer, DateTimeOffset due)
    {
        timer.Due = due;
        timer.Sequence = _timerSequence++;
        _pending.Add(timer);
    }
}
