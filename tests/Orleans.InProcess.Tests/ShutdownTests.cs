using Orleans.Runtime;

namespace Orleans.InProcess.Tests;

/// <summary>What happens when the host stops.</summary>
public sealed class ShutdownTests
{
    [Fact]
    public async Task Stop_LetsWhatRunsEnd_AndThenDeactivatesAll()
    {
        await using var host = await GrainHost.StartAsync();
        var player = host.Grains.GetGrain<IPlayerGrain>("last");
        var gate = host.Stage.Close("scene");

        var play = player.PlayAsync(new Scene("scene"));
        await host.Stage.WhenAsync("scene begins");
        var stop = host.StopAsync();
        Assert.False(stop.IsCompleted);
        gate.Open();
        await Task.WhenAll(play, stop);

        Assert.Equal(["scene begins", "scene ends", "last leaves: ShuttingDown"], host.Stage.Recorded.Skip(1));
    }

    [Fact]
    public async Task Stop_OnceItHasEnded_LeavesCallsRefused()
    {
        await using var host = await GrainHost.StartAsync();
        var player = host.Grains.GetGrain<IPlayerGrain>("refusing");
        await player.PlayAsync(new Scene("scene"));

        await host.StopAsync();

        await Assert.ThrowsAnyAsync<OrleansException>(() => player.PlayAsync(new Scene("too late")));
        Assert.DoesNotContain("too late begins", host.Stage.Recorded);
    }

    [Fact]
    public async Task Stop_WhileAnActivationFails_FailsTheCallAndEnds()
    {
        await using var host = await GrainHost.StartAsync();
        host.Stage.FailingActivations = 1;
        var player = host.Grains.GetGrain<IPlayerGrain>("shy");
        var gate = host.Stage.Close("shy arrives");

        var play = player.PlayAsync(new Scene("scene"));
        await host.Stage.WhenAsync("shy arrives");
        var stop = host.StopAsync();
        gate.Open();

        await Assert.ThrowsAnyAsync<Exception>(() => play);
        await stop;
    }

    [Fact]
    public async Task Stop_EndsWhenTheHostsPatienceDoes()
    {
        await using var host = await GrainHost.StartAsync();
        var player = host.Grains.GetGrain<IPlayerGrain>("endless");
        host.Stage.Close("scene");
        var play = player.PlayAsync(new Scene("scene"));
        await host.Stage.WhenAsync("scene begins");
        var queued = player.PlayAsync(new Scene("queued"));
        using var patience = new CancellationTokenSource();

        var stop = host.StopAsync(patience.Token);
        await patience.CancelAsync();

        await Assert.ThrowsAnyAsync<OrleansException>(() => queued);
        await Assert.ThrowsAnyAsync<OrleansException>(() => play);
        await Task.WhenAny(stop);
        Assert.DoesNotContain("queued begins", host.Stage.Recorded);
    }

    [Fact]
    public async Task Call_BeforeTheHostHasStarted_IsRefused()
    {
        await using var host = GrainHost.Create();

        await Assert.ThrowsAnyAsync<Exception>(
            () => host.Grains.GetGrain<IPlayerGrain>("early").PlayAsync(new Scene("scene")));
    }
}
