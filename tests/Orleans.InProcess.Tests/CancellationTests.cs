namespace Orleans.InProcess.Tests;

/// <summary>Callers that change their mind.</summary>
public sealed class CancellationTests
{
    [Fact]
    public async Task Cancelling_BeforeTheCall_NeverMakesIt()
    {
        await using var host = await GrainHost.StartAsync();
        var player = host.Grains.GetGrain<IPlayerGrain>("never");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => player.PlayAsync(new Scene("scene"), new CancellationToken(canceled: true)));
        await player.WhoAsync();

        Assert.DoesNotContain("scene begins", host.Stage.Recorded);
    }

    [Fact]
    public async Task Cancelling_BeforeTheTurn_ReachesTheCallerAndEndsTheRequest()
    {
        await using var host = await GrainHost.StartAsync();
        var player = host.Grains.GetGrain<IPlayerGrain>("queued");
        var gate = host.Stage.Close("first");
        host.Stage.Close("second");
        using var cancellation = new CancellationTokenSource();

        var first = player.PlayAsync(new Scene("first"));
        await host.Stage.WhenAsync("first begins");
        var second = player.PlayAsync(new Scene("second"), cancellation.Token);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        gate.Open();
        await first;
        await player.PlayAsync(new Scene("third"));

        Assert.Equal("third ends", host.Stage.Recorded[^1]);
        Assert.DoesNotContain("second ends", host.Stage.Recorded);
    }

    [Fact]
    public async Task Cancelling_DuringTheTurn_ReachesTheGrainAndTheCaller()
    {
        await using var host = await GrainHost.StartAsync();
        var player = host.Grains.GetGrain<IPlayerGrain>("running");
        host.Stage.Close("scene");
        using var cancellation = new CancellationTokenSource();

        var play = player.PlayAsync(new Scene("scene"), cancellation.Token);
        await host.Stage.WhenAsync("scene begins");
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => play);
        await player.PlayAsync(new Scene("next"));
        Assert.DoesNotContain("scene ends", host.Stage.Recorded);
    }
}
