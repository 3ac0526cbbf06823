namespace Orleans.InProcess.Tests;

/// <summary>One turn at a time, awaits included.</summary>
public sealed class TurnTests
{
    [Fact]
    public async Task Call_WhileAnotherAwaits_WaitsForItsEnd()
    {
        await using var host = await GrainHost.StartAsync();
        var player = host.Grains.GetGrain<IPlayerGrain>("turns");
        var gate = host.Stage.Close("first");

        var first = player.PlayAsync(new Scene("first"));
        var second = player.PlayAsync(new Scene("second"));
        await host.Stage.WhenAsync("first begins");
        await player.WhoAsync();
        gate.Open();
        await Task.WhenAll(first, second);

        Assert.Equal(
            ["turns arrives", "first begins", "first ends", "second begins", "second ends"], host.Stage.Recorded);
    }

    [Fact]
    public async Task Calls_OfOneCaller_RunInTheirOrder()
    {
        await using var host = await GrainHost.StartAsync();
        var player = host.Grains.GetGrain<IPlayerGrain>("order");

        await Task.WhenAll(Enumerable.Range(0, 100).Select(i => player.PlayAsync(new Scene($"{i}"))));

        var begun = host.Stage.Recorded.Where(happening => happening.EndsWith(" begins", StringComparison.Ordinal));
        Assert.Equal(Enumerable.Range(0, 100).Select(i => $"{i} begins"), begun);
    }

    [Fact]
    public async Task Call_FromAGrain_ReturnsToTheCallersScheduler()
    {
        await using var host = await GrainHost.StartAsync();
        var director = host.Grains.GetGrain<IPlayerGrain>("director");

        Assert.True(await director.DirectAsync("actor", new Scene("scene")));
    }
}
