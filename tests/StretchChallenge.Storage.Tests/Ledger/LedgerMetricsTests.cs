using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using StretchChallenge.Domain;
using StretchChallenge.Storage.Metrics;
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
    private readonly IMeterFactory _meters;
    private readonly LedgerWriter _writer;

    public LedgerMetricsTests()
    {
        _meters = _services.GetRequiredService<IMeterFactory>();
        var options = new LedgerOptions(LedgerProvider.Sqlite, null, QueueCapacity: 2, MaxBatch: 2);
        var metrics = new LedgerMetrics(_meters, _time);
        _writer = new LedgerWriter(_commit, options, metrics, new ParticipationMetrics(_meters), NullLogger<LedgerWriter>.Instance);
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    [Fact]
    public async Task Commit_AfterAWait_TellsWaitDurationAndSize()
    {
        using var queued = Collect<double>("ledger.queue.duration");
        using var commits = Collect<double>("ledger.commit.duration");
        using var batches = Collect<int>("ledger.batch.entries");
        using var waiting = Collect<int>("ledger.queue.entries");
        var call = _writer.OutcomeAsync(Sample.CheckIn(_user));
        _time.Advance(TimeSpan.FromSeconds(2));
        _commit.Hold();
        await _writer.StartAsync(CancellationToken.None);
        await _commit.Reached;
        _time.Advance(TimeSpan.FromSeconds(3));
        _commit.LetGo();
        await call;

        Assert.Equal([2d], ValuesOf(queued));
        Assert.Equal([3d], ValuesOf(commits));
        Assert.Equal([1], ValuesOf(batches));
        Assert.Equal([1, -1], ValuesOf(waiting));
    }

    [Fact]
    public async Task Commit_QueueFull_CountsTheRefusal()
    {
        using var refusals = Collect<long>("ledger.refusals");
        var waiting = new[] { _writer.OutcomeAsync(Sample.CheckIn(_user)), _writer.OutcomeAsync(Sample.CheckIn(_user)) };
        await Assert.ThrowsAsync<LedgerBusyException>(() => _writer.OutcomeAsync(Sample.CheckIn(_user)));

        Assert.Equal(1, Refused(refusals, "busy"));
        await _writer.StartAsync(CancellationToken.None);
        await Task.WhenAll(waiting);
    }

    [Fact]
    public async Task Commit_TransactionFails_CountsItsEntriesAndNamesTheError()
    {
        using var refusals = Collect<long>("ledger.refusals");
        using var commits = Collect<double>("ledger.commit.duration");
        _commit.FailNext(new InvalidOperationException("The disk is full."));
        var calls = new[] { _writer.OutcomeAsync(Sample.CheckIn(_user)), _writer.OutcomeAsync(Sample.CheckIn(_user)) };
        await _writer.StartAsync(CancellationToken.None);
        await Assert.ThrowsAsync<InvalidOperationException>(() => Task.WhenAll(calls));

        Assert.Equal(2, Refused(refusals, "failed"));
        var failed = Assert.Single(commits.GetMeasurementSnapshot());
        Assert.Equal("System.InvalidOperationException", failed.Tags["error.type"]);
    }

    [Fact]
    public async Task Commit_WithinASpan_IsItsChildAndTheTransactionLinksToIt()
    {
        using var spans = new SpanRecorder(LedgerTrace.SourceName);
        var call = _writer.OutcomeAsync(Sample.CheckIn(_user));

        await _writer.StartAsync(CancellationToken.None);
        await call;
        await _writer.StoppedAsync(CancellationToken.None);

        var commit = Assert.Single(spans.Spans, span => span.OperationName == "ledger commit");
        Assert.Equal(spans.Root.SpanId, commit.ParentSpanId);
        Assert.Equal("committed", commit.GetTagItem("ledger.outcome"));
        Assert.Equal("ledger transaction", Assert.Single(spans.LinkedTo(commit)).OperationName);
    }

    private MetricCollector<T> Collect<T>(string instrument)
        where T : struct => new(_meters, LedgerMetrics.MeterName, instrument);

    private static IEnumerable<T> ValuesOf<T>(MetricCollector<T> collector)
        where T : struct => collector.GetMeasurementSnapshot().Select(measurement => measurement.Value);

    private static long Refused(MetricCollector<long> refusals, string reason) => refusals.GetMeasurementSnapshot()
        .ContainsTags(new KeyValuePair<string, object?>("ledger.refusal.reason", reason))
        .EvaluateAsCounter();
}
