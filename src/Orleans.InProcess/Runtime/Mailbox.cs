namespace Orleans.InProcess;

/// <summary>
/// The waiting and running requests of one actor, and the rule which of them may run together. Any thread may use it.
/// </summary>
/// <param name="clock">Tells when requests are posted.</param>
/// <param name="isReentrant">Whether all requests may interleave.</param>
internal sealed partial class Mailbox(TimeProvider clock, bool isReentrant)
{
    private readonly Lock _lock = new();
    private readonly LinkedList<Request> _waiting = new();
    private readonly LinkedList<Request> _running = new();
    private Tally _waitingTally;
    private Tally _runningTally;
    private bool _closed;

    /// <summary>Adds a request; false if the mailbox is closed and the request belongs to a new activation.</summary>
    public bool TryPost(Request request)
    {
        if (request.Forwards == 0)
        {
            request.PostedAt = clock.GetTimestamp();
        }

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
            AnnounceIdle();
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
            AnnounceIdle();
            return stranded;
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
