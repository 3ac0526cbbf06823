using Orleans.Configuration;
using Orleans.Hosting;

namespace Orleans.InProcess.Tests;

/// <summary>How activations go: idle, or because they want to.</summary>
public sealed class CollectionTests
{
    [Fact]
    public async Task IdleActivation_IsCollectedAndComesBackOnTheNextCall()
    {
        await using var host = await GrainHost.StartAsync();
        var player = host.Grains.GetGrain<IPlayerGrain>("idle");
        var before = await player.WhoAsync();

        await host.CollectIdleAsync();
        await host.Stage.WhenAsync("idle leaves: ActivationIdle");

        Assert.NotEqual(before, await player.WhoAsync());
    }

    [Fact]
    public async Task ActivationInTheMiddleOfARequest_IsKept()
    {
        await using var host = await GrainHost.StartAsync(silo =>
            silo.Configure<SiloMessagingOptions>(options => options.ResponseTimeout = TimeSpan.FromHours(2)));
        var player = host.Grains.GetGrain<IPlayerGrain>("busy");
        var gate = host.Stage.Close("long");

        var play = player.PlayAsync(new Scene("long"));
        await host.Stage.WhenAsync("long begins");
        await host.CollectIdleAsync();
        gate.Open();
        await play;
        await player.WhoAsync();

        Assert.Equal(["busy arrives", "long begins", "long ends"], host.Stage.Recorded);
    }

    [Fact]
    public async Task DeactivateOnIdle_EndsTheActivationAfterTheRequest()
    {
        await using var host = await GrainHost.StartAsync();
        var player = host.Grains.GetGrain<IPlayerGrain>("leaving");
        var before = await player.WhoAsync();

        await player.LeaveAfterAsync(new Scene("last"));

        Assert.NotEqual(before, await player.WhoAsync());
        Assert.Equal(
            ["last begins", "last ends", "leaving leaves: ApplicationRequested", "leaving arrives"],
            host.Stage.Recorded.Skip(1));
    }

    [Fact]
    public async Task DeactivationThatTakesTooLong_GivesWay()
    {
        await using var host = await GrainHost.StartAsync(silo =>
            silo.Configure<GrainCollectionOptions>(options => options.DeactivationTimeout = TimeSpan.FromSeconds(2)));
        var player = host.Grains.GetGrain<IPlayerGrain>("stuck");
        var gate = host.Stage.Close("stuck leaves");
        await player.LeaveAfterAsync(new Scene("last"));
        await host.Stage.WhenAsync("stuck leaves: ApplicationRequested");

        var encore = player.PlayAsync(new Scene("encore"));
        await host.TimeOutAsync(encore);

        await encore;
        gate.Open();
    }

    [Fact]
    public async Task CallsDuringDeactivation_GoToTheNextActivation()
    {
        await using var host = await GrainHost.StartAsync();
        var player = host.Grains.GetGrain<IPlayerGrain>("next");
        var gate = host.Stage.Close("next leaves");

        await player.LeaveAfterAsync(new Scene("last"));
        await host.Stage.WhenAsync("next leaves: ApplicationRequested");
        var encore = player.PlayAsync(new Scene("encore"));
        var applause = player.PlayAsync(new Scene("applause"));
        Assert.DoesNotContain("encore begins", host.Stage.Recorded);
        gate.Open();
        await Task.WhenAll(encore, applause);

        Assert.Equal(
            ["next arrives", "encore begins", "encore ends", "applause begins", "applause ends"],
            host.Stage.Recorded.SkipWhile(happening => !happening.Contains(" leaves", StringComparison.Ordinal)).Skip(1));
    }
}
