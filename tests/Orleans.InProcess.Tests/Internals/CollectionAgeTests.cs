using Orleans.Configuration;
using Orleans.Hosting;

namespace Orleans.InProcess.Tests.Internals;

/// <summary>How long an idle activation stays, told by the silo's clock. (Orleans tells it by the machine's.)</summary>
public sealed class CollectionAgeTests
{
    private static readonly TimeSpan Due = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Period = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task UsedActivation_IsKept()
    {
        await using var host = await GrainHost.StartAsync();
        var player = host.Grains.GetGrain<IPlayerGrain>("used");
        var before = await player.WhoAsync();

        for (var i = 0; i < 4; i++)
        {
            host.Clock.Advance(TimeSpan.FromMinutes(10));
            Assert.Equal(before, await player.WhoAsync());
        }
    }

    [Fact]
    public async Task CollectionAge_ComesFromTheOptions()
    {
        await using var host = await GrainHost.StartAsync(silo => silo.Configure<GrainCollectionOptions>(options =>
        {
            options.CollectionAge = TimeSpan.FromHours(1);
            options.CollectionQuantum = TimeSpan.FromMinutes(5);
        }));
        var player = host.Grains.GetGrain<IPlayerGrain>("patient");
        var before = await player.WhoAsync();

        host.Clock.Advance(TimeSpan.FromMinutes(50));
        Assert.Equal(before, await player.WhoAsync());
        host.Clock.Advance(TimeSpan.FromMinutes(70));
        await host.Stage.WhenAsync("patient leaves: ActivationIdle");
    }

    [Fact]
    public async Task CollectionAgeLimit_OfAClass_CountsForItsGrains()
    {
        await using var host = await GrainHost.StartAsync();
        var mayfly = host.Grains.GetGrain<IMayflyGrain>("short");
        var player = host.Grains.GetGrain<IPlayerGrain>("long");
        await mayfly.LiveAsync();
        var before = await player.WhoAsync();

        host.Clock.Advance(TimeSpan.FromMinutes(5));
        await host.Stage.WhenAsync("mayfly dies");

        Assert.Equal(before, await player.WhoAsync());
    }

    [Fact]
    public async Task DelayDeactivation_PutsCollectionOff()
    {
        await using var host = await GrainHost.StartAsync();
        var player = host.Grains.GetGrain<IPlayerGrain>("lingering");
        var before = await player.WhoAsync();
        await player.LingerAsync(TimeSpan.FromHours(1));

        host.Clock.Advance(TimeSpan.FromMinutes(50));

        Assert.Equal(before, await player.WhoAsync());
        host.Clock.Advance(TimeSpan.FromMinutes(30));
        await host.Stage.WhenAsync("lingering leaves: ActivationIdle");
    }

    [Fact]
    public async Task Timer_DoesNotKeepItsActivationAlive()
    {
        await using var host = await GrainHost.StartAsync();
        await WindAsync(host, keepAlive: false);

        await TickForAsync(host, TimeSpan.FromMinutes(17));

        await host.Stage.WhenAsync("clockwork stops");
    }

    [Fact]
    public async Task Timer_ThatKeepsAlive_KeepsItsActivation()
    {
        await using var host = await GrainHost.StartAsync();
        var clockwork = await WindAsync(host, keepAlive: true);

        var ticks = await TickForAsync(host, TimeSpan.FromMinutes(17));

        Assert.Equal(ticks, await clockwork.SettleAsync());
        Assert.DoesNotContain("clockwork stops", host.Stage.Recorded);
    }

    private static async Task<IClockworkGrain> WindAsync(GrainHost host, bool keepAlive)
    {
        var clockwork = host.Grains.GetGrain<IClockworkGrain>("clockwork");
        await clockwork.WindAsync(interleave: false, keepAlive);
        return clockwork;
    }

    /// <summary>Lets the clock run tick by tick, until the time is over or the activation.</summary>
    private static async Task<int> TickForAsync(GrainHost host, TimeSpan span)
    {
        var stops = host.Stage.WhenAsync("clockwork stops");
        var ticks = 0;
        for (var step = Due; span > TimeSpan.Zero && !stops.IsCompleted; span -= step, step = Period)
        {
            host.Clock.Advance(step);
            await Task.WhenAny(host.Stage.WhenAsync($"tock {++ticks}"), stops);
        }

        return ticks;
    }
}
