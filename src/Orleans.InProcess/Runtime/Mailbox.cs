namespace Orleans.InProcess;

/// <summary>
/// The waiting and running requests of one actor, and the rule which of them may run together. Any thread may use it.
/// </summary>
/// <param name="clock">Tells when requests are posted.</param>
/// <param name="isReentrant">Whether all requests may interleave.</param>
internal sealed class Mailbox(TimeProvider clock, bool isReentrant)
{
    private readonly Lock _lock = new();
    private readonly LinkedList<Request> _waiting = new();
    private readonly LinkedList<Request> _running = new();
    private TaskCompletionSource? _idle;
    private Tally _waitingTally;
    private Tally _runningTally;
    private bool _closed;

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

    /// <summary>Adds a request; false if the mailbox is closed and the request belongs to a new activation.</summary>
    public bool TryPost(Request request)
    {
        request.PostedAt = clock.GetTimestamp();
        lock (_lock)
        {
            if (!_closed)
            {
                _waiting.AddLast(request.Node);
                _waitingTally.Add(InterleavingOf(request), +1);
            }

            return !_closed;
        }
    }

    /// <summary>Takes the first waiting request that may run now, and counts it as running.</summary>
    public Request? TryStart()
    {
        lock (_lock)
        {
            if (FindRunnable() is not { } request)
            {
                return null;
            }

            RemoveWaiting(request);
            _running.AddLast(request.Node);
            _runningTally.Add(InterleavingOf(request), +1);
            return request;
        }
    }

    /// <summary>Removes a request that has run.</summary>
    public void Complete(Request request)
    {
        lock (_lock)
        {
            _running.Remove(request.Node);
            _runningTally.Add(InterleavingOf(request), -1);
            if (_idle is not null && IsIdleLocked)
            {
                _idle.SetResult();
                _idle = null;
            }
        }
    }

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

    /// <summary>Takes no more requests, and hands over those that still wait.</summary>
    public List<Request> Close()
    {
        lock (_lock)
        {
            _closed = true;
            List<Request> stranded = [.. _waiting];
            stranded.ForEach(RemoveWaiting);
            return stranded;
        }
    }

    /// <summary>Returns the requests posted before a timestamp, waiting or running; waiting ones are removed.</summary>
    public List<Request> TakeOverdue(long timestamp)
    {
        lock (_lock)
        {
            List<Request> overdue = [.. _waiting.Where(request => request.PostedAt < timestamp && !request.IsLocal)];
            overdue.ForEach(RemoveWaiting);
            overdue.AddRange(_running.Where(request => request.PostedAt < timestamp && !request.IsLocal));
            return overdue;
        }
    }

    /// <summary>Finds the first that may run. One behind may pass one that may not: it could be what that waits for.</summary>
    private Request? FindRunnable()
    {
        var node = _waitingTally.HasAnyThatMayJoin(_runningTally) ? _waiting.First : null;
        while (node is not null && !_runningTally.Admits(InterleavingOf(node.Value)))
        {
            node = node.Next;
        }

        return node?.Value;
    }

    private Interleaving InterleavingOf(Request request) => isReentrant ? Interleaving.Always : request.Interleaving;

    private void RemoveWaiting(Request request)
    {
        _waiting.Remove(request.Node);
        _waitingTally.Add(InterleavingOf(request), -1);
    }
}
