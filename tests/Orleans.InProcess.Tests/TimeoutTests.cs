using Orleans.Configuration;
using Orleans.Hosting;

namespace Orleans.InProcess.Tests;

/// <summary>Calls that get no answer.</summary>
public sealed class TimeoutTests
{
    [Fact]
    public async Task CallThatIsNotAnswered_TimesOut()
    {
        await using var host = await StartAsync();
        var player = host.Grains.GetGrain<IPlayerGrain>("slow");
        var gate = host.Stage.Close("scene");

        var play = player.PlayAsync(new Scene("scene"));
        await host.Stage.WhenAsync("scene begins");
        await host.TimeOutAsync(play);

        await Assert.ThrowsAsync<TimeoutException>(() => play);
        gate.Open();
    }

    [Fact]
    public async Task CallThatTimedOutBeforeItsTurn_IsNeverRun()
    {
        await using var host = await StartAsync();
        var player = host.Grains.GetGrain<IPlayerGrain>("late");
        var gate = host.Stage.Close("first");

        var first = player.PlayAsync(new Scene("first"));
        await host.Stage.WhenAsync("first begins");
        var second = player.PlayAsync(new Scene("second"));
        await host.TimeOutAsync(second);
        await Assert.ThrowsAsync<TimeoutException>(() => first);
        await Assert.ThrowsAsync<TimeoutException>(() => second);
        gate.Open();
        await player.PlayAsync(new Scene("third"));

        Assert.DoesNotContain("second begins", host.Stage.Recorded);
    }

    [Fact]
    public async Task GrainsThatWaitForEachOther_TimeOutAndAreFreeAgain()
    {
        await using var host = await StartAsync();
        var here = host.Grains.GetGrain<IPlayerGrain>("here");
        var there = host.Grains.GetGrain<IPlayerGrain>("there");

        var cycle = here.DirectEachOtherAsync("there");
        var end = Task.WhenAll(host.Stage.WhenAsync("here has directed"), host.Stage.WhenAsync("there has directed"));
        await host.Stage.WhenAsync("there directs");
        await host.TimeOutAsync(end);

        await Assert.ThrowsAsync<TimeoutException>(() => cycle);
        await here.PlayAsync(new Scene("here again"));
        await there.PlayAsync(new Scene("there again"));
    }

    private static Task<GrainHost> StartAsync() => GrainHost.StartAsync(silo =>
        silo.Configure<SiloMessagingOptions>(options => options.ResponseTimeout = TimeSpan.FromSeconds(2)));
}
