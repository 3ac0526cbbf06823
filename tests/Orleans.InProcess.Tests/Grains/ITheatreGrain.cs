namespace Orleans.InProcess.Tests;

/// <summary>A grain with observers on leases of five minutes.</summary>
[Alias("tests.theatre")]
public interface ITheatreGrain : IGrainWithStringKey
{
    [Alias("subscribe")]
    Task SubscribeAsync(IWatcher watcher);

    [Alias("unsubscribe")]
    Task UnsubscribeAsync(IWatcher watcher);

    [Alias("announce")]
    Task AnnounceAsync(string scene);

    [Alias("count")]
    Task<int> CountAsync();
}
