using Orleans.Configuration;
using Orleans.Hosting;

namespace Orleans.InProcess.Tests;

/// <summary>Local objects that grains call.</summary>
public sealed class ObserverTests
{
    [Fact]
    public async Task Notification_ReachesTheLocalObject()
    {
        await using var host = await GrainHost.StartAsync();
        var (watcher, _, theatre) = await WatchAsync(host);

        await theatre.AnnounceAsync("overture");

        Assert.Equal(["overture"], watcher.Seen);
    }

    [Fact]
    public async Task Notifications_ReachAnObserverOneAtATimeInOrder()
    {
        await using var host = await GrainHost.StartAsync();
        var (watcher, reference, _) = await WatchAsync(host);
        var gate = host.Stage.Close("watcher");

        var calls = Enumerable.Range(0, 50).Select(i => reference.SeeAsync($"{i}")).ToList();
        gate.Open();
        await Task.WhenAll(calls);

        Assert.Equal(Enumerable.Range(0, 50).Select(i => $"{i}"), watcher.Seen);
        Assert.Equal(1, watcher.MostAtOnce);
    }

    [Fact]
    public async Task ExceptionOfAnObserver_ReachesWhoAwaitsIt()
    {
        await using var host = await GrainHost.StartAsync();
        var (watcher, reference, _) = await WatchAsync(host);
        watcher.Failure = "asleep";

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => reference.SeeAsync("scene"));

        Assert.Equal("asleep", exception.Message);
    }

    [Fact]
    public async Task DeletedReference_CannotBeCalled()
    {
        await using var host = await GrainHost.StartAsync(silo =>
            silo.Configure<SiloMessagingOptions>(options => options.ResponseTimeout = TimeSpan.FromSeconds(2)));
        var (watcher, reference, _) = await WatchAsync(host);

        host.Grains.DeleteObjectReference<IWatcher>(reference);
        var call = reference.SeeAsync("scene");
        await host.TimeOutAsync(call);

        await Assert.ThrowsAnyAsync<Exception>(() => call);
        Assert.Empty(watcher.Seen);
    }

    [Fact]
    public async Task FailingObserver_IsRemovedFromItsManager()
    {
        await using var host = await GrainHost.StartAsync();
        var (watcher, _, theatre) = await WatchAsync(host);
        watcher.Failure = "asleep";

        await theatre.AnnounceAsync("overture");
        watcher.Failure = null;
        await theatre.AnnounceAsync("act one");

        Assert.Equal(0, await theatre.CountAsync());
        Assert.Empty(watcher.Seen);
    }

    [Fact]
    public async Task Lease_ThatIsNotRenewed_RunsOut()
    {
        await using var host = await GrainHost.StartAsync();
        var (watcher, _, theatre) = await WatchAsync(host);

        host.Clock.Advance(TimeSpan.FromMinutes(6));
        await theatre.AnnounceAsync("overture");

        Assert.Empty(watcher.Seen);
        Assert.Equal(0, await theatre.CountAsync());
    }

    [Fact]
    public async Task Lease_ThatIsRenewed_GoesOn()
    {
        await using var host = await GrainHost.StartAsync();
        var (watcher, reference, theatre) = await WatchAsync(host);

        host.Clock.Advance(TimeSpan.FromMinutes(4));
        await theatre.SubscribeAsync(reference);
        host.Clock.Advance(TimeSpan.FromMinutes(4));
        await theatre.AnnounceAsync("overture");

        Assert.Equal(["overture"], watcher.Seen);
        Assert.Equal(1, await theatre.CountAsync());
    }

    [Fact]
    public async Task Unsubscribed_HearsNothing()
    {
        await using var host = await GrainHost.StartAsync();
        var (watcher, reference, theatre) = await WatchAsync(host);

        await theatre.UnsubscribeAsync(reference);
        await theatre.AnnounceAsync("overture");

        Assert.Empty(watcher.Seen);
    }

    [Fact]
    public async Task CreateObjectReference_OfAReference_Throws()
    {
        await using var host = await GrainHost.StartAsync();
        var (_, reference, _) = await WatchAsync(host);

        Assert.Throws<ArgumentException>(() => host.Grains.CreateObjectReference<IWatcher>(reference));
    }

    private static async Task<(Watcher Watcher, IWatcher Reference, ITheatreGrain Theatre)> WatchAsync(GrainHost host)
    {
        var watcher = new Watcher(host.Stage);
        var reference = host.Grains.CreateObjectReference<IWatcher>(watcher);
        var theatre = host.Grains.GetGrain<ITheatreGrain>("theatre");
        await theatre.SubscribeAsync(reference);
        return (watcher, reference, theatre);
    }
}
