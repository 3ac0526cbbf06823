using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Orleans.Hosting;

namespace Orleans.InProcess.Tests.Internals;

/// <summary>What would go unnoticed in one process and fail in a cluster is refused.</summary>
public sealed class IsolationTests
{
    [Fact]
    public async Task ObserverItself_InPlaceOfItsReference_IsRefused()
    {
        await using var host = await GrainHost.StartAsync();
        var theatre = host.Grains.GetGrain<ITheatreGrain>("theatre");

        await Assert.ThrowsAsync<ArgumentException>(() => theatre.SubscribeAsync(new Watcher(host.Stage)));
    }

    [Fact]
    public async Task AmbientValue_OfTheCaller_DoesNotReachTheGrain()
    {
        await using var host = await GrainHost.StartAsync();
        var ambient = new AsyncLocal<string> { Value = "caller" };
        var seen = "nothing";
        var watcher = new ConfidingWatcher(() => seen = ambient.Value);

        await host.Grains.CreateObjectReference<IWatcher>(watcher).SeeAsync("scene");

        Assert.Null(seen);
    }

    [Fact]
    public async Task CollectionAge_ShorterThanItsQuantum_IsRefused()
    {
        var starting = GrainHost.StartAsync(silo =>
            silo.Configure<GrainCollectionOptions>(options => options.CollectionAge = TimeSpan.FromSeconds(30)));

        await Assert.ThrowsAsync<OptionsValidationException>(() => starting);
    }

    private sealed class ConfidingWatcher(Action confide) : IWatcher
    {
        public Task SeeAsync(string scene)
        {
            confide();
            return Task.CompletedTask;
        }
    }
}
