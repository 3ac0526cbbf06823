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
        await host.Stage.WhenAsync("first begins");
        var second = player.PlayAsync(new Scene("second"));
        await player.WhoAsync();
        gate.Open();
        await Task.WhenAll(first, second);

        Assert.Equal(
            ["turns arrives", "first begins", "first ends", "second begins", "second ends"], host.Stage.Recorded);
    }

    [Fact]
    public async Task CallsThatNobodyAwaitsOneByOne_RunOnceEachAndOneAfterTheOther()
    {
        await using var host = await GrainHost.StartAsync();
        var player = host.Grains.GetGrain<IPlayerGrain>("crowded");
        var scenes = Enumerable.Range(0, 100).Select(i => $"{i}").ToList();

        await Task.WhenAll(scenes.Select(scene => player.PlayAsync(new Scene(scene))));

        var played = host.Stage.Recorded.Skip(1).Chunk(2).ToList();
        Assert.All(played, pair => Assert.Equal(pair[0].Replace(" begins", " ends", StringComparison.Ordinal), pair[1]));
        Assert.Equal(
            scenes.Select(scene => $"{scene} begins").Order(StringComparer.Ordinal),
            played.Select(pair => pair[0]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Call_FromAGrain_ReturnsToTheCallersScheduler()
    {
        await using var host = await GrainHost.StartAsync();
        var director = host.Grains.GetGrain<IPlayerGrain>("director");

        Assert.True(await director.DirectAsync("actor", new Scene("scene")));
    }
}
