using System.Collections.Concurrent;
using StretchChallenge.Storage.Ledger;

namespace StretchChallenge.Storage.Tests.Ledger;

/// <summary>A commit without a database: the test holds it, lets it go or makes it fail.</summary>
internal sealed class PlayedCommit : IGroupCommit
{
    private readonly ConcurrentQueue<int> _batches = [];
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource? _hold;
    private Exception? _failure;

    /// <summary>The size of each batch that came, oldest first.</summary>
    public IReadOnlyList<int> Batches => [.. _batches];

    /// <summary>Ends when the first batch has come.</summary>
    public Task Reached => _reached.Task;

    public void Hold() => _hold = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    public void LetGo() => _hold?.SetResult();

    public void FailNext(Exception failure) => _failure = failure;

    public async Task<IReadOnlyList<LedgerResult>> CommitAsync(IReadOnlyList<LedgerEntry> entries)
    {
        _batches.Enqueue(entries.Count);
        _reached.TrySetResult();
        await (_hold?.Task ?? Task.CompletedTask);
        if (Interlocked.Exchange(ref _failure, null) is { } failure)
        {
            throw failure;
        }

        return [.. entries.Select(_ => new LedgerResult(LedgerOutcome.Committed))];
    }
}
