using Orleans.Runtime;

namespace Orleans.InProcess.Tests;

/// <summary>Many callers, and grains that come and go under them.</summary>
public sealed class StressTests
{
    [Fact]
    public async Task CallsToGrainsThatKeepLeaving_ArriveOnceOrAreRefused_AndNoGrainIsActiveTwice()
    {
        const int Callers = 8;
        const int Calls = 1_000;
        const int Grains = 5;
        await using var host = await GrainHost.StartAsync();

        await Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => Task.Run(async () =>
        {
            for (var i = 0; i < Calls; i++)
            {
                var nomad = host.Grains.GetGrain<INomadGrain>($"nomad {(i + caller) % Grains}");
                await VisitAsync(nomad, leave: (i * 7 + caller) % 10 == 0);
            }
        })));
        await host.StopAsync();

        Assert.Equal(Callers * Calls, host.Stage.Recorded.Count(happening => happening == "visit"));
        Assert.DoesNotContain("double", host.Stage.Recorded);
        Assert.True(
            host.Stage.Recorded.Count(happening => happening == "camp") > Grains, "No grain has left and come back.");
        Assert.Equal(
            host.Stage.Recorded.Count(happening => happening == "camp"),
            host.Stage.Recorded.Count(happening => happening == "gone"));
    }

    /// <summary>Visits, if need be again: a call whose grain has left time after time comes back, and has not run.</summary>
    private static async Task VisitAsync(INomadGrain nomad, bool leave)
    {
        while (true)
        {
            try
            {
                await nomad.VisitAsync(leave);
                return;
            }
            catch (OrleansException)
            {
                await Task.Yield();
            }
        }
    }
}
