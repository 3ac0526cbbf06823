namespace Orleans.InProcess;

/// <summary>
/// The waiting and running requests of one actor, and the rule which of them may run together. Any thread may use it.
/// </summary>
internal sealed class Mailbox(TimeProvider clock)
{
    private readonly Lock _lock = new();
    private readonly LinkedList<Request> _waiting = new();
    private readonly LinkedList<Request> _waitingInterleaved = new();
    private readonly LinkedList<Request> _running = new();
    private TaskCompletionSource? _idle;
    private int _readers;
    private bool _exclusive;
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

    private bool IsIdleLocked => _running.Count + _waiting.Count + _waitingInterleaved.Count == 0;

    /// <summary>Adds a request; false if the mailbox is closed and the request belongs to a new activation.</summary>
    public bool TryPost(Request request)
    {
        request.PostedAt = clock.GetTimestamp();
        lock (_lock)
        {
            if (!_closed)
            {
                (request.Interleaving == Interleaving.Always ? _waitingInterleaved : _waiting).AddLast(request.Node);
            }

            return !_closed;
        }
    }

    /// <summary>Takes the first waiting request that may run now, and counts it as running.</summary>
    public Request? TryStart()
    {
        lock (_lock)
        {
            if (FindRunnable() is not { } node)
            {
                return null;
            }

            node.List!.Remove(node);
            _running.AddLast(node);
            Count(node.Value, +1);
            return node.Value;
        }
    }

    /// <summary>Removes a request that has run.</summary>
    public void Complete(Request request)
    {
        lock (_lock)
        {
            _running.Remove(request.Node);
            Count(request, -1);
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
            List<Request> stranded = [.. _waitingInterleaved, .. _waiting];
            _waitingInterleaved.Clear();
            _waiting.Clear();
            return stranded;
        }
    }

    /// <summary>The requests, waiting or running, that were posted before a timestamp; waiting ones are removed.</summary>
    public List<Request> TakeOverdue(long timestamp)
    {
        lock (_lock)
        {
            List<Request> overdue = [];
            Collect(_running, keep: true);
            Collect(_waiting, keep: false);
            Collect(_waitingInterleaved, keep: false);
            return overdue;

            void Collect(LinkedList<Request> requests, bool keep)
            {
                var node = requests.First;
                while (node is not null)
                {
                    var next = node.Next;
                    if (node.Value.PostedAt < timestamp && !node.Value.IsLocal)
                    {
                        overdue.Add(node.Value);
                        if (!keep)
                        {
                            requests.Remove(node);
                        }
                    }

                    node = next;
                }
            }
        }
    }

    private LinkedListNode<Request>? FindRunnable()
    {
        if (_waitingInterleaved.First is { } interleaved)
        {
            return interleaved;
        }

        var node = _exclusive ? null : _waiting.First;
        while (_readers > 0 && node is { Value.Interleaving: not Interleaving.ReadOnly })
        {
            node = node.Next;
        }

        return node;
    }

    private void Count(Request request, int change)
    {
        switch (request.Interleaving)
        {
            case Interleaving.Never:
                _exclusive = change > 0;
                break;
            case Interleaving.ReadOnly:
                _readers += change;
                break;
            case Interleaving.Always:
            default:
                break;
        }
    }
}
