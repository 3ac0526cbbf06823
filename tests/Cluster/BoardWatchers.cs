namespace StretchChallenge.Cluster;

/// <summary>Three people who watch the board of streaks, each through the proxy and so through any node.</summary>
internal sealed class BoardWatchers(ClusterWorkplace cluster) : IAsyncDisposable
{
    private readonly BoardWatcher[] _watchers =
    [
        .. cluster.Crowd.Colleagues.Take(3).Select(colleague =>
            new BoardWatcher(() => cluster.ConnectAsync(colleague.Cookie), cluster.Crowd.Challenge, "personStreak")),
    ];

    /// <summary>Waits until every screen shows these people's day as done.</summary>
    public Task UntilAllShowAsync(IEnumerable<string> people)
    {
        string[] wanted = [.. people];
        return Wait.UntilAsync(() => _watchers.All(watcher => wanted.All(person =>
            watcher.Rows.TryGetValue(person, out var row) && row.GetProperty("streak").GetInt32() == 1)));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var watcher in _watchers)
        {
            await watcher.DisposeAsync();
        }
    }
}
