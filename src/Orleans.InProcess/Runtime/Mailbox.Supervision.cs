namespace Orleans.InProcess;

/// <summary>How others look at a mailbox: the collector, the time limit and the shutdown.</summary>
internal sealed partial class Mailbox
{
    private TaskCompletionSource? _idle;

    /// <summary>Whether no request waits or runs.</summary>
    public bool IsIdle
    {
        get
        {
            lock (_lock)
            {
                return IsIdleLocked;
            }
        }
    }

    /// <summary>Whether a request is running, interleaved ones included.</summary>
    public bool HasRunning
    {
        get
        {
            lock (_lock)
            {
                return _running.Count > 0;
            }
        }
    }

    private bool IsIdleLocked => _running.Count + _waiting.Count == 0;

    /// <summary>Completes once no request waits or runs.</summary>
    public Task WhenIdleAsync()
    {
        lock (_lock)
        {
            return IsIdleLocked
                ? Task.CompletedTask
                : (_idle ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        }
    }

    /// <summary>Returns the requests posted before a timestamp, waiting or running; waiting ones are removed.</summary>
    public List<Request> TakeOverdue(long timestamp)
    {
        lock (_lock)
        {
            List<Request> overdue = [.. _waiting.Where(request => request.PostedAt < timestamp && !request.IsLocal)];
            overdue.ForEach(RemoveWaiting);
            AnnounceIdle();
            overdue.AddRange(_running.Where(request => request.PostedAt < timestamp && !request.IsLocal));
            return overdue;
        }
    }

    private void AnnounceIdle()
    {
        if (_idle is not null && IsIdleLocked)
        {
            _idle.SetResult();
            _idle = null;
        }
    }
}
