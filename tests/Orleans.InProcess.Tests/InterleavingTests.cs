namespace Orleans.InProcess.Tests;

/// <summary>What may interleave does, and still never runs in parallel.</summary>
public sealed class InterleavingTests
{
    [Fact]
    public async Task ReadOnlyCalls_InterleaveWithEachOther()
    {
        await using var host = await GrainHost.StartAsync();
        var player = host.Grains.GetGrain<IPlayerGrain>("readers");
        var gate = host.Stage.Close("first");

        var first = player.WatchAsync(new Scene("first"));
        await host.Stage.WhenAsync("first begins");
        await player.WatchAsync(new Scene("second"));
        gate.Open();
        await first;

        Assert.Equal(
            ["readers arrives", "first begins", "second begins", "second ends", "first ends"], host.Stage.Recorded);
    }

    [Fact]
    public async Task ReadOnlyCall_WhileAWriterRuns_Waits()
    {
        await using var host = await GrainHost.StartAsync();
        var player = host.Grains.GetGrain<IPlayerGrain>("writer");
        var gate = host.Stage.Close("write");

        var write = player.PlayAsync(new Scene("write"));
        await host.Stage.WhenAsync("write begins");
        var read = player.WatchAsync(new Scene("read"));
        await player.WhoAsync();
        gate.Open();
        await Task.WhenAll(write, read);

        Assert.Equal(
            ["writer arrives", "write begins", "write ends", "read begins", "read ends"], host.Stage.Recorded);
    }

    [Fact]
    public async Task Writer_WhileAReaderRuns_WaitsAndLaterReadersPassIt()
    {
        await using var host = await GrainHost.StartAsync();
        var player = host.Grains.GetGrain<IPlayerGrain>("passed");
        var gate = host.Stage.Close("read");

        var read = player.WatchAsync(new Scene("read"));
        await host.Stage.WhenAsync("read begins");
        var write = player.PlayAsync(new Scene("write"));
        await player.WatchAsync(new Scene("later read"));
        gate.Open();
        await Task.WhenAll(read, write);

        Assert.Equal(
            ["read begins", "later read begins", "later read ends", "read ends", "write begins", "write ends"],
            host.Stage.Recorded.Skip(1));
    }

    [Fact]
    public async Task AlwaysInterleaveCall_WhileAWriterRuns_Runs()
    {
        await using var host = await GrainHost.StartAsync();
        var player = host.Grains.GetGrain<IPlayerGrain>("listener");
        var gate = host.Stage.Close("write");

        var write = player.PlayAsync(new Scene("write"));
        await host.Stage.WhenAsync("write begins");
        await player.ListenAsync(new Scene("listen"));
        gate.Open();
        await write;

        Assert.Equal(["write begins", "listen begins", "listen ends", "write ends"], host.Stage.Recorded.Skip(1));
    }

    [Fact]
    public async Task Writer_WhileAnAlwaysInterleaveCallRuns_Runs()
    {
        await using var host = await GrainHost.StartAsync();
        var player = host.Grains.GetGrain<IPlayerGrain>("undisturbed");
        var gate = host.Stage.Close("listen");

        var listen = player.ListenAsync(new Scene("listen"));
        await host.Stage.WhenAsync("listen begins");
        await player.PlayAsync(new Scene("write"));
        gate.Open();
        await listen;

        Assert.Equal(["listen begins", "write begins", "write ends", "listen ends"], host.Stage.Recorded.Skip(1));
    }

    [Fact]
    public async Task CallsToAReentrantGrain_InterleaveAndNeverRunInParallel()
    {
        await using var host = await GrainHost.StartAsync();
        var crowd = host.Grains.GetGrain<ICrowdGrain>("crowd");
        var gate = host.Stage.Close("jostle");

        var calls = Enumerable.Range(0, 200).Select(_ => crowd.JostleAsync(50)).ToList();
        await host.Stage.WhenAsync("200 inside");
        gate.Open();
        await Task.WhenAll(calls);

        var observed = await crowd.ReportAsync();
        Assert.Equal(200 * 50, observed.Steps);
        Assert.Equal(200, observed.MostAtOnce);
        Assert.Equal(0, observed.Collisions);
    }
}
