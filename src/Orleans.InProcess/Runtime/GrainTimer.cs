using System.Runtime.CompilerServices;
using Orleans.Runtime;

namespace Orleans.InProcess;

/// <summary>A timer whose ticks are turns of one activation. It waits for a tick to end before the next is due.</summary>
internal sealed class GrainTimer : IGrainTimer
{
    private readonly CancellationTokenSource _disposed = new();
    private readonly Activation _activation;
    private readonly Func<CancellationToken, Task> _callback;
    private readonly Interleaving _interleaving;
    private readonly Silo _silo;
    private readonly ITimer _timer;
    private TimeSpan _period;
    private TimeSpan? _changed;

    // Set by the clock when a tick is posted, until it has ended: there is one at a time.
    private bool _ticking;

    public GrainTimer(
        Activation activation,
        Func<CancellationToken, Task> callback,
        GrainTimerCreationOptions options,
        Silo silo)
    {
        _activation = activation;
        _callback = callback;
        _interleaving = options.Interleave ? Interleaving.Always : Interleaving.Never;
        _silo = silo;
        KeepsAlive = options.KeepAlive;
        _timer = silo.CreateTimer(Post, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Whether its ticks count as use of the activation.</summary>
    public bool KeepsAlive { get; }

    public void Change(TimeSpan dueTime, TimeSpan period)
    {
        ThrowIfNoTimeout(dueTime);
        ThrowIfNoTimeout(period);
        _period = period;
        if (Volatile.Read(ref _ticking))
        {
            _changed = dueTime;
        }
        else
        {
            _timer.Change(dueTime, Timeout.InfiniteTimeSpan);
        }
    }

    public void Dispose()
    {
        _disposed.Cancel();
        _timer.Dispose();
        _activation.Forget(this);
    }

    /// <summary>Runs one tick, as a turn.</summary>
    public async Task TickAsync()
    {
        if (_disposed.IsCancellationRequested)
        {
            return;
        }

        try
        {
            await _callback(_disposed.Token);
        }
        catch (Exception exception)
        {
            // One failed tick does not end the timer.
            _silo.LogTimerFailed(exception, _activation.GrainId);
        }

        Volatile.Write(ref _ticking, false);
        _timer.Change(_changed ?? _period, Timeout.InfiniteTimeSpan);
        _changed = null;
    }

    private static void ThrowIfNoTimeout(TimeSpan span, [CallerArgumentExpression(nameof(span))] string? name = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(span, Timeout.InfiniteTimeSpan, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(span.TotalMilliseconds, uint.MaxValue - 1, name);
    }

    private void Post()
    {
        if (!Interlocked.Exchange(ref _ticking, true))
        {
            _activation.TryPost(new TimerTick(this, _interleaving));
        }
    }
}
