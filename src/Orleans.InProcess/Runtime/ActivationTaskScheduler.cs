namespace Orleans.InProcess;

/// <summary>
/// Runs everything of one actor, its turns and the continuations of their awaits, on pool threads, one after the
/// other: what interleaves never runs in parallel.
/// </summary>
/// <remarks>
/// A batch runs inside one task of this scheduler, so that <see cref="TaskScheduler.Current"/> brings continuations
/// back here, and in the pool's own execution context, so that nothing ambient flows from a caller into a grain.
/// </remarks>
internal sealed class ActivationTaskScheduler(Actor owner) : TaskScheduler, IThreadPoolWorkItem
{
    /// <summary>How many items a batch runs before other work of the pool gets its turn.</summary>
    private const int BatchSize = 128;

    private readonly Lock _lock = new();

    // The continuations of awaits, and null for a look at the mailbox, which is at most once in the queue.
    private readonly Queue<Task?> _queue = new();
    private bool _turnsDue;
    private bool _scheduled;

    /// <summary>The actor whose code runs here.</summary>
    public Actor Owner => owner;

    /// <summary>Has the actor look at its mailbox, after what is queued already.</summary>
    public void SignalTurns() => Enqueue(null);

    void IThreadPoolWorkItem.Execute()
    {
        var batch = new Task(
            static state => ((ActivationTaskScheduler)state!).RunBatch(),
            this,
            CancellationToken.None,
            TaskCreationOptions.DenyChildAttach);
        batch.RunSynchronously(this);
    }

    protected override void QueueTask(Task task) => Enqueue(task);

    /// <summary>Runs the batch itself, and a task that code running here starts: it is on the right thread already.</summary>
    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) =>
        !taskWasPreviouslyQueued && (Current == this || task.AsyncState == this) && TryExecuteTask(task);

    protected override IEnumerable<Task> GetScheduledTasks()
    {
        lock (_lock)
        {
            return [.. _queue.OfType<Task>()];
        }
    }

    private void Enqueue(Task? item)
    {
        lock (_lock)
        {
            if (item is not null || !_turnsDue)
            {
                _queue.Enqueue(item);
            }

            _turnsDue |= item is null;
            if (_scheduled)
            {
                return;
            }

            _scheduled = true;
        }

        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: true);
    }

    private void RunBatch()
    {
        for (var i = 0; i < BatchSize; i++)
        {
            if (!TryTakeNext(out var continuation))
            {
                return;
            }

            if (continuation is null)
            {
                owner.RunTurns();
            }
            else
            {
                TryExecuteTask(continuation);
            }
        }

        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    private bool TryTakeNext(out Task? continuation)
    {
        lock (_lock)
        {
            _scheduled = _queue.TryDequeue(out continuation);
            _turnsDue &= continuation is not null;
            return _scheduled;
        }
    }
}
