namespace Orleans.InProcess.Tests;

/// <summary>Calls that nobody waits for.</summary>
public sealed class OneWayTests
{
    [Fact]
    public async Task OneWayCall_IsCompleteAtOnce()
    {
        await using var host = await GrainHost.StartAsync();
        var player = host.Grains.GetGrain<IPlayerGrain>("shouting");
        var gate = host.Stage.Close("shout");

        await player.ShoutAsync(new Scene("shout"));
        await host.Stage.WhenAsync("shout begins");
        gate.Open();

        await host.Stage.WhenAsync("shout ends");
    }

    [Fact]
    public async Task OneWayCall_ThatFails_IsLogged()
    {
        await using var host = await GrainHost.StartAsync();
        var player = host.Grains.GetGrain<IPlayerGrain>("failing");

        await player.ShoutAsync(new Scene("shout"));

        Assert.IsType<InvalidOperationException>(await host.Log.WhenLoggedAsync("shout fails"));
    }

    [Fact]
    public async Task OneWayCall_TakesItsTurn()
    {
        await using var host = await GrainHost.StartAsync();
        var player = host.Grains.GetGrain<IPlayerGrain>("polite");
        var gate = host.Stage.Close("scene");

        var play = player.PlayAsync(new Scene("scene"));
        await host.Stage.WhenAsync("scene begins");
        await player.ShoutAsync(new Scene("shout"));
        await player.WhoAsync();
        gate.Open();
        await play;
        await host.Stage.WhenAsync("shout ends");

        Assert.Equal(["scene begins", "scene ends", "shout begins", "shout ends"], host.Stage.Recorded.Skip(1));
    }
}
