using System.Diagnostics;
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using StretchChallenge.Storage.Metrics;
using StretchChallenge.Storage.Hosting;

namespace StretchChallenge.Storage.Ledger;

/// <summary>
/// The process's only writer of check-ins: drains a bounded queue and commits what is waiting in one transaction. The next
/// batch collects while one is being committed.
/// </summary>
internal sealed partial class LedgerWriter(
    IGroupCommit commit,
    LedgerOptions options,
    LedgerMetrics metrics,
    ParticipationMetrics participation,
    ILogger<LedgerWriter> logger) : ILedgerWriter, IHostedLifecycleService
{
    private readonly Channel<PendingEntry> _queue = Channel.CreateBounded<PendingEntry>(
        new BoundedChannelOptions(options.QueueCapacity) { SingleReader = true });

    private Task _writing = Task.CompletedTask;

    /// <summary>Whether entries are accepted and written.</summary>
    public bool IsRunning => !_writing.IsCompleted && !_queue.Reader.Completion.IsCompleted;

    /// <inheritdoc />
    public Task<LedgerReceipt> CommitAsync(CheckInEntry entry, CancellationToken cancellationToken = default) =>
        EnqueueAsync(entry, cancellationToken);

    /// <inheritdoc />
    public Task<LedgerReceipt> CommitAsync(UndoEntry entry, CancellationToken cancellationToken = default) =>
        EnqueueAsync(entry, cancellationToken);

    /// <inheritdoc />
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _writing = Task.Run(WriteAllAsync, CancellationToken.None);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Writes what is waiting, and ends. It runs last, when nothing that could check in is running.</summary>
    public Task StoppedAsync(CancellationToken cancellationToken)
    {
        _queue.Writer.TryComplete();
        return _writing.WaitAsync(cancellationToken);
    }

    private async Task<LedgerReceipt> EnqueueAsync(LedgerEntry entry, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var span = LedgerTrace.StartEntry(entry);
        var pending = new PendingEntry(entry, metrics.Now, span?.Context ?? default);
        if (!_queue.Writer.TryWrite(pending))
        {
            metrics.Refused("busy");
            var busy = new LedgerBusyException();
            span.Fail(busy);
            throw busy;
        }

        metrics.Entered();
        try
        {
            var receipt = await pending.Receipt.WaitAsync(cancellationToken);
            span?.SetTag("ledger.outcome", receipt.Outcome.MetricName());
            return receipt;
        }
        catch (Exception error)
        {
            span.Fail(error);
            throw;
        }
    }

    private async Task WriteAllAsync()
    {
        // The spans of transactions must not become children of whatever started the host.
        Activity.Current = null;
        var batch = new List<PendingEntry>(options.MaxBatch);
        while (await _queue.Reader.WaitToReadAsync())
        {
            while (batch.Count < options.MaxBatch && _queue.Reader.TryRead(out var pending))
            {
                batch.Add(pending);
            }

            await WriteAsync(batch);
            batch.Clear();
        }
    }

    private async Task WriteAsync(List<PendingEntry> batch)
    {
        var began = metrics.Now;
        batch.ForEach(pending => metrics.Taken(pending.EnteredAt));
        using var span = LedgerTrace.StartTransaction(batch);
        try
        {
            var results = await commit.CommitAsync([.. batch.Select(pending => pending.Entry)]);
            try
            {
                metrics.Committed(batch.Count, began);
                for (var i = 0; i < batch.Count; i++)
                {
                    Count(batch[i].Entry, results[i]);
                }
            }
            finally
            {
                // What is committed is acknowledged, whatever goes wrong in counting.
                for (var i = 0; i < batch.Count; i++)
                {
                    batch[i].Complete(results[i]);
                }
            }
        }
        catch (Exception error)
        {
            // Fails every caller of the batch that has no answer yet; the next batch may succeed.
            if (error is not DatabaseUnwritableException)
            {
                LogFailed(error, batch.Count);
            }

            metrics.Failed(batch.Count, began, error);
            span.Fail(error);
            batch.ForEach(pending => pending.Complete(new LedgerResult(default, error)));
        }
    }

    private void Count(LedgerEntry entry, LedgerResult result)
    {
        if (result is { Error: null, Outcome: LedgerOutcome.Committed })
        {
            participation.Committed(entry);
        }
        else
        {
            metrics.Refused(result.Error is null ? result.Outcome.MetricName() : "failed");
        }
    }

    [LoggerMessage(1, LogLevel.Error, "A batch of {Count} ledger entries failed")]
    private partial void LogFailed(Exception error, int count);
}

/// <summary>An entry in the queue, with its waiting caller.</summary>
internal sealed class PendingEntry(LedgerEntry entry, long enteredAt, ActivityContext caller)
{
    // Otherwise the writer's loop would run the caller's continuation.
    private readonly TaskCompletionSource<LedgerReceipt> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What to write.</summary>
    public LedgerEntry Entry => entry;

    /// <summary>When it was queued, as a timestamp of the clock.</summary>
    public long EnteredAt => enteredAt;

    /// <summary>The caller's span; the default without tracing.</summary>
    public ActivityContext Caller => caller;

    /// <summary>Completes after the commit.</summary>
    public Task<LedgerReceipt> Receipt => _completion.Task;

    /// <summary>Completes the caller's task, unless it is completed already.</summary>
    public void Complete(LedgerResult result)
    {
        if (result.Error is null)
        {
            _completion.TrySetResult(new LedgerReceipt(result.Outcome, result.Changes ?? []));
        }
        else
        {
            _completion.TrySetException(result.Error);
        }
    }
}
