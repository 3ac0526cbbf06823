using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using StretchChallenge.Domain;
using StretchChallenge.Storage.Metrics;
using StretchChallenge.Storage.Hosting;
using StretchChallenge.Storage.Ledger;

namespace StretchChallenge.Storage.Tests.Ledger;

/// <summary>The writer's queue, over a commit that the tests play.</summary>
public sealed class LedgerQueueTests : IAsyncDisposable
{
    private static readonly UserId _user = new("ana");

    private readonly FakeTimeProvider _time = new(Sample.Now);
    private readonly PlayedCommit _commit = new();
    private readonly LedgerWriter _writer;
    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();

    public LedgerQueueTests()
    {
        var meters = _services.GetRequiredService<IMeterFactory>();
        var metrics = new LedgerMetrics(meters, _time);
        var options = new LedgerOptions(LedgerProvider.Sqlite, null, QueueCapacity: 4, MaxBatch: 3);
        _writer = new LedgerWriter(_commit, options, metrics, new ParticipationMetrics(meters), NullLogger<LedgerWriter>.Instance);
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    [Fact]
    public async Task Commit_QueueFull_ThrowsBusyAndTheOthersAreWritten()
    {
        var waiting = Enumerable.Range(0, 4).Select(_ => _writer.OutcomeAsync(Sample.CheckIn(_user))).ToList();

        await Assert.ThrowsAsync<LedgerBusyException>(() => _writer.OutcomeAsync(Sample.CheckIn(_user)));

        await _writer.StartAsync(CancellationToken.None);
        Assert.All(await Task.WhenAll(waiting), outcome => Assert.Equal(LedgerOutcome.Committed, outcome));
        Assert.Equal([3, 1], _commit.Batches);
    }

    [Fact]
    public async Task Commit_WhileABatchIsBeingWritten_GathersTheNext()
    {
        await _writer.StartAsync(CancellationToken.None);
        _commit.Hold();
        var first = _writer.OutcomeAsync(Sample.CheckIn(_user));
        await _commit.Reached;
        var second = _writer.OutcomeAsync(Sample.CheckIn(_user));
        var third = _writer.OutcomeAsync(Sample.CheckIn(_user));
        Assert.False(first.IsCompleted);

        _commit.LetGo();

        await Task.WhenAll(first, second, third);
        Assert.Equal([1, 2], _commit.Batches);
    }

    [Fact]
    public async Task Commit_CallerGivesUp_IsWrittenAllTheSame()
    {
        using var cancellation = new CancellationTokenSource();
        var call = _writer.OutcomeAsync(Sample.CheckIn(_user), cancellation.Token);

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        await _writer.StartAsync(CancellationToken.None);
        await _writer.StoppedAsync(CancellationToken.None);
        Assert.Equal([1], _commit.Batches);
    }

    [Fact]
    public async Task Commit_AlreadyCancelled_IsNotEvenQueued()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            _writer.OutcomeAsync(Sample.CheckIn(_user), new CancellationToken(canceled: true)));

        await _writer.StartAsync(CancellationToken.None);
        await _writer.StoppedAsync(CancellationToken.None);
        Assert.Empty(_commit.Batches);
    }

    [Fact]
    public async Task Commit_TransactionFails_EveryCallerGetsTheErrorAndTheNextBatchIsWritten()
    {
        var lost = new InvalidOperationException("The disk is full.");
        _commit.FailNext(lost);
        var calls = Enumerable.Range(0, 4).Select(_ => _writer.OutcomeAsync(Sample.CheckIn(_user))).ToList();

        await _writer.StartAsync(CancellationToken.None);

        foreach (var call in calls[..3])
        {
            Assert.Same(lost, await Assert.ThrowsAsync<InvalidOperationException>(() => call));
        }

        Assert.Equal(LedgerOutcome.Committed, await calls[3]);
    }

    [Fact]
    public async Task Stopped_EntriesWaiting_AreWrittenBeforeItEnds()
    {
        var calls = Enumerable.Range(0, 4).Select(_ => _writer.OutcomeAsync(Sample.CheckIn(_user))).ToList();
        await _writer.StartAsync(CancellationToken.None);

        await _writer.StoppedAsync(CancellationToken.None);

        Assert.Equal([3, 1], _commit.Batches);
        await Task.WhenAll(calls);
        await Assert.ThrowsAsync<LedgerBusyException>(() => _writer.CommitAsync(new UndoEntry(_user, Sample.Monday)));
    }
}
