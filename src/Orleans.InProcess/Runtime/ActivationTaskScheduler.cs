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
    private readonly Queue<Task> _continuations = new();
    private bool _turnsDue;
    private bool _scheduled;

    private enum WorkItem
    {
        None,
        Turns,
        Continuation,
    }

    /// <summary>The actor whose code runs here.</summary>
    public Actor Owner => owner;

    /// <summary>Has the actor look at its mailbox soon.</summary>
    public void SignalTurns()
    {
        lock (_lock)
        {
            _turnsDue = true;
            if (_scheduled)
            {
                return;
            }

            _scheduled = true;
        }

        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: true);
    }

    void IThreadPoolWorkItem.Execute()
    {
        var batch = new Task(
            static state => ((ActivationTaskScheduler)state!).RunBatch(),
            this,
            CancellationToken.None,
            TaskCreationOptions.DenyChildAttach);
        batch.RunSynchronously(this);
    }

    protected override void QueueTask(Task task)
    {
        lock (_lock)
        {
            _continuations.Enqueue(task);
            if (_scheduled)
            {
                return;
            }

            _scheduled = true;
        }

        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: true);
    }

    /// <summary>Runs the batch itself, and a task that code running here starts: it is on the right thread already.</summary>
    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) =>
        !taskWasPreviouslyQueued && (Current == this || task.AsyncState == this) && TryExecuteTask(task);

    protected override IEnumerable<Task> GetScheduledTasks()
    {
        lock (_lock)
        {
            return [.. _continuations];
        }
    }

    private void RunBatch()
    {
        for (var i = 0; i < BatchSize; i++)
        {
            switch (TakeNext(out var continuation))
            {
                case WorkItem.Turns:
                    owner.RunTurns();
                    break;
                case WorkItem.Continuation:
                    TryExecuteTask(continuation!);
                    break;
                default:
                    return;
            }
        }

        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    private WorkItem TakeNext(out Task? continuation)
    {
        lock (_lock)
        {
            if (_continuations.TryDequeue(out continuation))
            {
                return WorkItem.Continuation;
            }

            _scheduled = _turnsDue;
            _turnsDue = false;
            return _scheduled ? WorkItem.Turns : WorkItem.None;
        }
    }
}
