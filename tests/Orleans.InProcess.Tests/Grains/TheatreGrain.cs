using Microsoft.Extensions.Logging;
using Orleans.Utilities;

namespace Orleans.InProcess.Tests;

/// <inheritdoc cref="ITheatreGrain"/>
public sealed class TheatreGrain : Grain, ITheatreGrain
{
    private readonly ObserverManager<IWatcher> _watchers;

    public TheatreGrain(TimeProvider clock, ILogger<TheatreGrain> logger) =>
        _watchers = new(TimeSpan.FromMinutes(5), logger) { GetDateTime = () => clock.GetUtcNow().UtcDateTime };

    public Task SubscribeAsync(IWatcher watcher)
    {
        _watchers.Subscribe(watcher, watcher);
        return Task.CompletedTask;
    }

    public Task UnsubscribeAsync(IWatcher watcher)
    {
        _watchers.Unsubscribe(watcher);
        return Task.CompletedTask;
    }

    public Task AnnounceAsync(string scene) => _watchers.Notify(watcher => watcher.SeeAsync(scene));

    public Task<int> CountAsync() => Task.FromResult(_watchers.Count);
}
