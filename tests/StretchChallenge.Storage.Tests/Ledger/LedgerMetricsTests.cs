using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using StretchChallenge.Domain;
using StretchChallenge.Storage.Figures;
using StretchChallenge.Storage.Hosting;
using StretchChallenge.Storage.Ledger;
using StretchChallenge.Testing.Telemetry;

namespace StretchChallenge.Storage.Tests.Ledger;

/// <summary>The ledger's figures and spans, over a commit that the tests play.</summary>
public sealed class LedgerMetricsTests : IAsyncDisposable
{
    private static readonly UserId _user = new("ana");

    private readonly FakeTimeProvider _time = new(Sample.Now);
    private readonly PlayedCommit _commit = new();
    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly MeterRecorder _figures;
    private readonly LedgerWriter _writer;

    public LedgerMetricsTests()
    {
        var meters = _services.GetRequiredService<IMeterFactory>();
        _figures = new MeterRecorder(meters, LedgerMetrics.MeterName);
        var options = new LedgerOptions(LedgerProvider.Sqlite, null, QueueCapacity: 2, MaxBatch: 2);
        var metrics = new LedgerMetrics(meters, _time);
        _writer = new LedgerWriter(_commit, options, metrics, new ParticipationMetrics(meters), NullLogger<LedgerWriter>.Instance);
    }

    public ValueTask DisposeAsync()
    {
        _figures.Dispose();
        return _services.DisposeAsync();
    }

    [Fact]
    public async Task Commit_AfterAWait_TellsWaitDurationAndSize()
    {
        var call = _writer.CommitAsync(Sample.CheckIn(_user));
        _time.Advance(TimeSpan.FromSeconds(2));
        _commit.Hold();
        await _writer.StartAsync(CancellationToken.None);
        await _commit.Reached;
        _time.Advance(TimeSpan.FromSeconds(3));
        _commit.LetGo();
        await call;

        Assert.Equal([2d], _figures.Of("ledger.queue.duration"));
        Assert.Equal([3d], _figures.Of("ledger.commit.duration"));
        Assert.Equal([1d], _figures.Of("ledger.batch.entries"));
        Assert.Equal([1d, -1d], _figures.Of("ledger.queue.entries"));
    }

    [Fact]
    public async Task Commit_QueueFull_CountsTheRefusal()
    {
        var waiting = new[] { _writer.CommitAsync(Sample.CheckIn(_user)), _writer.CommitAsync(Sample.CheckIn(_user)) };
        await Assert.ThrowsAsync<LedgerBusyException>(() => _writer.CommitAsync(Sample.CheckIn(_user)));

        Assert.Equal(1, _figures.Sums("ledger.refusals", "ledger.refusal.reason")["busy"]);
        await _writer.StartAsync(CancellationToken.None);
        await Task.WhenAll(waiting);
    }

    [Fact]
    public async Task Commit_TransactionFails_CountsItsEntriesAndNamesTheError()
    {
        _commit.FailNext(new InvalidOperationException("The disk is full."));
        var calls = new[] { _writer.CommitAsync(Sample.CheckIn(_user)), _writer.CommitAsync(Sample.CheckIn(_user)) };
        await _writer.StartAsync(CancellationToken.None);
        await Assert.ThrowsAsync<InvalidOperationException>(() => Task.WhenAll(calls));

        Assert.Equal(2, _figures.Sums("ledger.refusals", "ledger.refusal.reason")["failed"]);
        var failed = Assert.Single(_figures.Readings, reading => reading.Instrument == "ledger.commit.duration");
        Assert.Equal("System.InvalidOperationException", failed.Tags["error.type"]);
    }

    [Fact]
    public async Task Commit_WithinASpan_IsItsChildAndTheTransactionLinksToIt()
    {
        using var spans = new SpanRecorder(LedgerTrace.SourceName);
        var call = _writer.CommitAsync(Sample.CheckIn(_user));

        await _writer.StartAsync(CancellationToken.None);
        await call;
        await _writer.StoppedAsync(CancellationToken.None);

        var commit = Assert.Single(spans.Spans, span => span.OperationName == "ledger commit");
        Assert.Equal(spans.Root.SpanId, commit.ParentSpanId);
        Assert.Equal("committed", commit.GetTagItem("ledger.outcome"));
        Assert.Equal("ledger transaction", Assert.Single(spans.LinkedTo(commit)).OperationName);
    }
}
