using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
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
        var pending = new PendingEntry(entry);
        if (!_queue.Writer.TryWrite(pending))
        {
            throw new LedgerBusyException();
        }

        return await pending.Outcome.WaitAsync(cancellationToken);
    }

    private async Task WriteAllAsync()
    {
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
        try
        {
            var results = await commit.CommitAsync([.. batch.Select(pending => pending.Entry)]);
            metrics.Committed(batch.Count);
            for (var i = 0; i < batch.Count; i++)
            {
                batch[i].Complete(results[i]);
            }
        }
        catch (Exception error)
        {
            // Every caller of the batch is told, and the next batch may find the database well again.
            LogFailed(error, batch.Count);
            batch.ForEach(pending => pending.Complete(new LedgerResult(default, error)));
        }
    }
}
