using Orleans.Runtime;

namespace Orleans.InProcess.Tests.Internals;

/// <summary>What this runtime promises beyond Orleans when the host stops; no grain may rely on it.</summary>
public sealed class StricterShutdownTests
{
    [Fact]
    public async Task Stop_RunsWhatIsQueued_AndThenDeactivatesAll()
    {
        await using var host = await GrainHost.StartAsync();
        var player = host.Grains.GetGrain<IPlayerGrain>("last");
        var gate = host.Stage.Close("first");

        var first = player.PlayAsync(new Scene("first"));
        await host.Stage.WhenAsync("first begins");
        var second = player.PlayAsync(new Scene("second"));
        var stop = host.StopAsync();
        Assert.False(stop.IsCompleted);
        gate.Open();
        await Task.WhenAll(first, second, stop);

        Assert.Equal(
            ["first begins", "first ends", "second begins", "second ends", "last leaves: ShuttingDown"],
            host.Stage.Recorded.Skip(1));
    }

    [Fact]
    public async Task Stop_LetsGrainsFinishTheCallsTheyMake()
    {
        await using var host = await GrainHost.StartAsync();
        var director = host.Grains.GetGrain<IPlayerGrain>("director");
        var gate = host.Stage.Close("director arrives");

        var direct = director.DirectAsync("newcomer", new Scene("finale"));
        await host.Stage.WhenAsync("director arrives");
        var stop = host.StopAsync();
        gate.Open();

        Assert.True(await direct);
        await stop;
        Assert.Contains("finale ends", host.Stage.Recorded);
        Assert.Contains("newcomer leaves: ShuttingDown", host.Stage.Recorded);
    }

    [Fact]
    public async Task Stop_RefusesNewCallsFromOutsideAtOnce()
    {
        await using var host = await GrainHost.StartAsync();
        var player = host.Grains.GetGrain<IPlayerGrain>("refusing");
        var gate = host.Stage.Close("scene");
        var play = player.PlayAsync(new Scene("scene"));
        await host.Stage.WhenAsync("scene begins");

        var stop = host.StopAsync();
        await Assert.ThrowsAnyAsync<OrleansException>(() => player.PlayAsync(new Scene("too late")));
        gate.Open();
        await Task.WhenAll(play, stop);

        Assert.DoesNotContain("too late begins", host.Stage.Recorded);
        await Assert.ThrowsAnyAsync<OrleansException>(() => player.PlayAsync(new Scene("too late")));
    }
}
