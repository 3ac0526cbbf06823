using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using StretchChallenge.Testing.Telemetry;

namespace Orleans.InProcess.Tests.Internals;

/// <summary>Figures and spans, under the names that they have on Orleans.</summary>
public sealed class TelemetryTests
{
    [Fact]
    public async Task Activations_AreCountedWhileTheyLive()
    {
        await using var host = await GrainHost.StartAsync();
        using var figures = Record(host);

        await host.Grains.GetGrain<IMayflyGrain>("one").LiveAsync();
        await host.Grains.GetGrain<IMayflyGrain>("two").LiveAsync();

        Assert.Equal(2, figures.Sums("orleans-grains", "type")[typeof(MayflyGrain).FullName!]);
        Assert.Equal(2, figures.Of("orleans-catalog-activations")[^1]);
        Assert.Equal([1d, 1d], figures.Of("orleans-catalog-activation-created"));
    }

    [Fact]
    public async Task Activations_ThatEnded_AreCountedNoMore()
    {
        await using var host = await GrainHost.StartAsync();
        using var figures = Record(host);
        await host.Grains.GetGrain<IMayflyGrain>("one").LiveAsync();

        await host.CollectIdleAsync();
        await host.Stage.WhenAsync("mayfly dies");

        Assert.Equal(0, figures.Sums("orleans-grains", "type")[typeof(MayflyGrain).FullName!]);
    }

    [Fact]
    public async Task Activation_ThatFails_IsCounted()
    {
        await using var host = await GrainHost.StartAsync();
        using var figures = Record(host);

        await Assert.ThrowsAnyAsync<Exception>(() => host.Grains.GetGrain<IBrokenGrain>(Guid.NewGuid()).UseAsync());

        Assert.Equal([1d], figures.Of("orleans-catalog-activation-failed-to-activate"));
    }

    [Fact]
    public async Task Call_IsCountedInTheRangeOfItsLatency()
    {
        await using var host = await GrainHost.StartAsync();
        using var figures = Record(host);
        var gate = host.Stage.Close("scene");
        var play = host.Grains.GetGrain<IPlayerGrain>("slow").PlayAsync(new Scene("scene"));
        await host.Stage.WhenAsync("scene begins");

        host.Clock.Advance(TimeSpan.FromMilliseconds(70));
        gate.Open();
        await play;

        Assert.Equal(1, figures.Of("orleans-app-requests-latency-count")[^1]);
        Assert.Equal(70, figures.Of("orleans-app-requests-latency-sum")[^1]);
        Assert.Equal("100ms", Assert.Single(figures.Sums("orleans-app-requests-latency-bucket", "duration"), range => range.Value > 0).Key);
    }

    [Fact]
    public async Task Call_WithinASpan_HasASpanBelowItThatNamesNoGrain()
    {
        await using var host = await GrainHost.StartAsync();
        using var spans = new SpanRecorder("Microsoft.Orleans.Application");

        await host.Grains.GetGrain<IPlayerGrain>("somebody").PlayAsync(new Scene("scene"));

        var call = Assert.Single(spans.Spans);
        Assert.Equal("IPlayerGrain/PlayAsync", call.OperationName);
        Assert.Equal(spans.Root.SpanId, call.ParentSpanId);
        Assert.Equal(["rpc.system.name", "orleans.rpc.service", "rpc.method"], call.TagObjects.Select(tag => tag.Key));
        Assert.DoesNotContain(call.TagObjects, tag => $"{tag.Value}".Contains("somebody", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Call_ThatFails_SaysHowInItsSpanWithoutTheMessage()
    {
        await using var host = await GrainHost.StartAsync();
        using var spans = new SpanRecorder("Microsoft.Orleans.Application");

        await Assert.ThrowsAsync<InvalidDataException>(() => host.Grains.GetGrain<IPlayerGrain>("early").FailAsync("out of tune"));

        var call = Assert.Single(spans.Spans);
        Assert.Equal(ActivityStatusCode.Error, call.Status);
        Assert.Equal("System.IO.InvalidDataException", call.GetTagItem("exception.type"));
        Assert.DoesNotContain(call.TagObjects, tag => $"{tag.Value}".Contains("out of tune", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Call_WithoutAListener_CarriesNoSpan()
    {
        await using var host = await GrainHost.StartAsync();
        using var outside = new Activity("outside").Start();
        var seen = Activity.Current;
        var watcher = new ConfidingWatcher(() => seen = Activity.Current);

        await host.Grains.CreateObjectReference<IWatcher>(watcher).SeeAsync("scene");

        Assert.NotEqual(outside, seen);
    }

    private static MeterRecorder Record(GrainHost host) => new(host.Services.GetRequiredService<IMeterFactory>(), "Microsoft.Orleans");

    private sealed class ConfidingWatcher(Action confide) : IWatcher
    {
        public Task SeeAsync(string scene)
        {
            confide();
            return Task.CompletedTask;
        }
    }
}
