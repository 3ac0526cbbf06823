namespace Orleans.InProcess.Tests;

/// <summary>Grain timers: turns like others, told by the clock.</summary>
public sealed class TimerTests
{
    private static readonly TimeSpan Due = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Period = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Timer_TicksWhenDueAndThenEachPeriod()
    {
        await using var host = await GrainHost.StartAsync();
        var clockwork = await WindAsync(host);

        host.Clock.Advance(Due - TimeSpan.FromTicks(1));
        Assert.Equal(0, await clockwork.SettleAsync());
        host.Clock.Advance(TimeSpan.FromTicks(1));
        await SettleAfterAsync(host, clockwork, "tock 1");
        host.Clock.Advance(Period);
        await SettleAfterAsync(host, clockwork, "tock 2");
        host.Clock.Advance(Period);
        await SettleAfterAsync(host, clockwork, "tock 3");
    }

    [Fact]
    public async Task Tick_WhileACallRuns_Waits()
    {
        await using var host = await GrainHost.StartAsync();
        var clockwork = await WindAsync(host);
        var gate = host.Stage.Close("hold");

        var hold = clockwork.HoldAsync("hold");
        await host.Stage.WhenAsync("hold begins");
        host.Clock.Advance(Due);
        Assert.Equal(0, await clockwork.CountAsync());
        gate.Open();
        await hold;
        await host.Stage.WhenAsync("tock 1");

        Assert.Equal(["hold begins", "hold ends", "tick 1", "tock 1"], host.Stage.Recorded);
    }

    [Fact]
    public async Task Call_WhileATickRuns_Waits()
    {
        await using var host = await GrainHost.StartAsync();
        var clockwork = await WindAsync(host);
        var gate = host.Stage.Close("tick");

        host.Clock.Advance(Due);
        await host.Stage.WhenAsync("tick 1");
        var hold = clockwork.HoldAsync("hold");
        await clockwork.CountAsync();
        gate.Open();
        await hold;

        Assert.Equal(["tick 1", "tock 1", "hold begins", "hold ends"], host.Stage.Recorded);
    }

    [Fact]
    public async Task InterleavingTick_WhileACallRuns_Runs()
    {
        await using var host = await GrainHost.StartAsync();
        var clockwork = await WindAsync(host, interleave: true);
        var gate = host.Stage.Close("hold");

        var hold = clockwork.HoldAsync("hold");
        await host.Stage.WhenAsync("hold begins");
        host.Clock.Advance(Due);
        await host.Stage.WhenAsync("tock 1");
        gate.Open();
        await hold;

        Assert.Equal(["hold begins", "tick 1", "tock 1", "hold ends"], host.Stage.Recorded);
    }

    [Fact]
    public async Task NextTick_IsDueAfterTheLastHasEnded()
    {
        await using var host = await GrainHost.StartAsync();
        var clockwork = await WindAsync(host);
        var gate = host.Stage.Close("tick");

        host.Clock.Advance(Due);
        await host.Stage.WhenAsync("tick 1");
        host.Clock.Advance(10 * Period);
        gate.Open();
        await SettleAfterAsync(host, clockwork, "tock 1");
        host.Clock.Advance(Period - TimeSpan.FromTicks(1));
        Assert.Equal(1, await clockwork.SettleAsync());
        host.Clock.Advance(TimeSpan.FromTicks(1));
        await host.Stage.WhenAsync("tock 2");
    }

    [Fact]
    public async Task FailingTick_IsLoggedAndTheTimerGoesOn()
    {
        await using var host = await GrainHost.StartAsync();
        var clockwork = await WindAsync(host);
        await clockwork.BreakAsync();

        host.Clock.Advance(Due);
        await host.Log.WhenLoggedAsync("broken spring");
        await clockwork.SettleAsync();
        host.Clock.Advance(Period);

        await host.Stage.WhenAsync("tock 2");
    }

    [Fact]
    public async Task DisposedTimer_TicksNoMore()
    {
        await using var host = await GrainHost.StartAsync();
        var clockwork = await WindAsync(host);
        await clockwork.StopAsync();

        host.Clock.Advance(10 * Period);

        Assert.Equal(0, await clockwork.SettleAsync());
    }

    [Fact]
    public async Task ChangedTimer_FollowsTheNewTimes()
    {
        await using var host = await GrainHost.StartAsync();
        var clockwork = await WindAsync(host);
        await clockwork.ChangeAsync(TimeSpan.FromSeconds(30), Timeout.InfiniteTimeSpan);

        host.Clock.Advance(TimeSpan.FromSeconds(29));
        Assert.Equal(0, await clockwork.SettleAsync());
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        await SettleAfterAsync(host, clockwork, "tock 1");
        host.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(1, await clockwork.SettleAsync());
    }

    private static async Task<IClockworkGrain> WindAsync(GrainHost host, bool interleave = false)
    {
        var clockwork = host.Grains.GetGrain<IClockworkGrain>("clockwork");
        await clockwork.WindAsync(interleave, keepAlive: false);
        return clockwork;
    }

    private static async Task SettleAfterAsync(GrainHost host, IClockworkGrain clockwork, string happening)
    {
        await host.Stage.WhenAsync(happening);
        await clockwork.SettleAsync();
    }
}
