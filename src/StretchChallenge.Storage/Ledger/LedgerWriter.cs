using System.Diagnostics;
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using StretchChallenge.Storage.Figures;
using StretchChallenge.Storage.Hosting;

namespace StretchChallenge.Storage.Ledger;

/// <summary>
/// The process's one writer of check-ins: drains a bounded queue and commits what waits there in one transaction.
/// While one batch is being made durable the next one gathers.
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

    /// <summary>Whether entries are taken and written.</summary>
    public bool IsRunning => !_writing.IsCompleted && !_queue.Reader.Completion.IsCompleted;

    /// <inheritdoc />
    public Task<LedgerOutcome> CommitAsync(CheckInEntry entry, CancellationToken cancellationToken = default) =>
        EnqueueAsync(entry, cancellationToken);

    /// <inheritdoc />
    public Task CommitAsync(UndoEntry entry, CancellationToken cancellationToken = default) =>
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

    /// <summary>Last of all, once nobody else runs who could check in: writes what waits, and ends.</summary>
    public Task StoppedAsync(CancellationToken cancellationToken)
    {
        _queue.Writer.TryComplete();
        return _writing.WaitAsync(cancellationToken);
    }

    private async Task<LedgerOutcome> EnqueueAsync(LedgerEntry entry, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var span = LedgerTrace.Enter(entry);
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
            var outcome = await pending.Outcome.WaitAsync(cancellationToken);
            span?.SetTag("ledger.outcome", outcome.Word());
            return outcome;
        }
        catch (Exception error)
        {
            span.Fail(error);
            throw;
        }
    }

    private async Task WriteAllAsync()
    {
        // Who started the writer is no cause of what it writes.
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
        using var span = LedgerTrace.Begin(batch);
        try
        {
            var results = await commit.CommitAsync([.. batch.Select(pending => pending.Entry)]);
            metrics.Committed(batch.Count, began);
            for (var i = 0; i < batch.Count; i++)
            {
                Count(batch[i].Entry, results[i]);
                batch[i].Complete(results[i]);
            }
        }
        catch (Exception error)
        {
            // Every caller of the batch is told, and the next batch may find the database well again.
            LogFailed(error, batch.Count);
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
            metrics.Refused(result.Error is null ? result.Outcome.Word() : "failed");
        }
    }
}
