using Orleans.Runtime;

namespace Orleans.InProcess.Tests.Internals;

/// <summary>What this runtime promises beyond Orleans; no grain may rely on it.</summary>
public sealed class StricterTests
{
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
    public async Task Cancelling_BeforeTheTurn_RemovesTheRequest()
    {
        await using var host = await GrainHost.StartAsync();
        var player = host.Grains.GetGrain<IPlayerGrain>("queued");
        var gate = host.Stage.Close("first");
        using var cancellation = new CancellationTokenSource();

        var first = player.PlayAsync(new Scene("first"));
        var second = player.PlayAsync(new Scene("second"), cancellation.Token);
        await host.Stage.WhenAsync("first begins");
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        gate.Open();
        await first;
        await player.PlayAsync(new Scene("third"));

        Assert.DoesNotContain("second begins", host.Stage.Recorded);
    }

    [Fact]
    public async Task DeletedReference_FailsAtOnce()
    {
        await using var host = await GrainHost.StartAsync();
        var reference = host.Grains.CreateObjectReference<IWatcher>(new Watcher(host.Stage));

        host.Grains.DeleteObjectReference<IWatcher>(reference);

        await Assert.ThrowsAnyAsync<OrleansException>(() => reference.SeeAsync("scene"));
    }

    [Fact]
    public async Task FailingActivation_FailsAllCallsMadeBefore()
    {
        await using var host = await GrainHost.StartAsync();
        host.Stage.FailingActivations = 1;
        var player = host.Grains.GetGrain<IPlayerGrain>("shy");
        var gate = host.Stage.Close("shy arrives");

        var first = player.PlayAsync(new Scene("first"));
        var second = player.PlayAsync(new Scene("second"));
        await host.Stage.WhenAsync("shy arrives");
        gate.Open();

        Assert.Equal("stage fright", (await Assert.ThrowsAsync<InvalidDataException>(() => first)).Message);
        Assert.Equal("stage fright", (await Assert.ThrowsAsync<InvalidDataException>(() => second)).Message);
        await player.PlayAsync(new Scene("third"));
        Assert.Equal(
            ["shy arrives", "shy arrives", "third begins", "third ends"], host.Stage.Recorded);
    }
}
