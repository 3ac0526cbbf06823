namespace Orleans.InProcess.Tests;

/// <summary>How activations come.</summary>
public sealed class ActivationTests
{
    [Fact]
    public async Task FirstCalls_WaitForOneActivation()
    {
        await using var host = await GrainHost.StartAsync();
        var player = host.Grains.GetGrain<IPlayerGrain>("one");
        var gate = host.Stage.Close("one arrives");

        var calls = Enumerable.Range(0, 20).Select(_ => player.WhoAsync().AsTask()).ToList();
        await host.Stage.WhenAsync("one arrives");
        Assert.DoesNotContain(calls, call => call.IsCompleted);
        gate.Open();

        Assert.Single((await Task.WhenAll(calls)).Distinct());
        Assert.Equal(["one arrives"], host.Stage.Recorded);
    }

    [Fact]
    public async Task FailingActivation_FailsTheCall_AndTheNextCallTriesAgain()
    {
        await using var host = await GrainHost.StartAsync();
        host.Stage.FailingActivations = 1;
        var player = host.Grains.GetGrain<IPlayerGrain>("shy");

        var exception = await Assert.ThrowsAsync<InvalidDataException>(() => player.PlayAsync(new Scene("first")));
        await player.PlayAsync(new Scene("second"));

        Assert.Equal("stage fright", exception.Message);
        Assert.Equal(["shy arrives", "shy arrives", "second begins", "second ends"], host.Stage.Recorded);
    }

    [Fact]
    public async Task FailingConstructor_FailsTheCall()
    {
        await using var host = await GrainHost.StartAsync();

        var exception = await Assert.ThrowsAnyAsync<Exception>(
            () => host.Grains.GetGrain<IBrokenGrain>(Guid.NewGuid()).UseAsync());

        Assert.Contains("broken", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TenThousandGrains_AreActivatedOnceEach()
    {
        await using var host = await GrainHost.StartAsync();
        var players = Enumerable.Range(0, 10_000)
            .Select(i => host.Grains.GetGrain<IPlayerGrain>($"player {i}"))
            .ToList();

        var first = await Task.WhenAll(players.Select(player => player.WhoAsync().AsTask()));
        var second = await Task.WhenAll(players.Select(player => player.WhoAsync().AsTask()));

        Assert.Equal(10_000, first.Distinct().Count());
        Assert.Equal(first, second);
        Assert.Equal(10_000, host.Stage.Recorded.Count);
    }

    [Fact]
    public async Task Keys_AreThoseOfTheReference()
    {
        await using var host = await GrainHost.StartAsync();
        var key = Guid.NewGuid();
        var badge = host.Grains.GetGrain<IBadgeGrain>(key);

        Assert.Equal(key, badge.GetPrimaryKey());
        Assert.Equal(key, await badge.ReadAsync());
        Assert.Equal("player", host.Grains.GetGrain<IPlayerGrain>("x").GetGrainId().ToString().Split('/')[0]);
        Assert.Equal("x", host.Grains.GetGrain<IPlayerGrain>("x").GetPrimaryKeyString());
    }

    [Fact]
    public async Task References_ToTheSameGrain_AreEqual()
    {
        await using var host = await GrainHost.StartAsync();
        var player = host.Grains.GetGrain<IPlayerGrain>("same");

        Assert.Equal(player, host.Grains.GetGrain<IPlayerGrain>("same"));
        Assert.NotEqual(player, host.Grains.GetGrain<IPlayerGrain>("other"));
        Assert.Equal(player.GetHashCode(), host.Grains.GetGrain<IPlayerGrain>("same").GetHashCode());
    }

    [Fact]
    public async Task GetGrain_WithAnInterfaceThatNoClassImplements_Throws()
    {
        await using var host = await GrainHost.StartAsync();

        Assert.Throws<ArgumentException>(() => host.Grains.GetGrain<IGhostGrain>("nobody"));
    }
}
