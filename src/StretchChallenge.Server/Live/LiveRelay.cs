using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;
using StretchChallenge.Contracts.Standings;
using StretchChallenge.Server.Hosting;

namespace StretchChallenge.Server.Live;

/// <summary>
/// This server's ear in the grains: it observes a board only while a connection here watches it, with a lease
/// that it renews, and hands what it hears to SignalR's groups. A change costs one message for each server.
/// </summary>
internal sealed partial class LiveRelay(
    IGrainFactory grains,
    IHubContext<LiveHub, ILiveClient> hub,
    LiveMetrics metrics,
    TimeProvider time,
    ILogger<LiveRelay> logger) : BackgroundService, IStandingsObserver
{
    /// <summary>How often leases are renewed; a grain keeps one for three times as long.</summary>
    public static readonly TimeSpan Renewal = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, WatchedChallenge> _challenges = new(StringComparer.Ordinal);

    private IStandingsObserver Self => LazyInitializer.EnsureInitialized(
        ref field, () => grains.CreateObjectReference<IStandingsObserver>(this))!;

    /// <summary>Adds a connection's watch. When this returns, no change is missed.</summary>
    public Task AddAsync(PersonalWatch watch)
    {
        metrics.Watch(watch.Board.Board, +1);
        return Challenge(watch.Board.ChallengeId).AddAsync(watch);
    }

    /// <summary>Removes a connection's watch.</summary>
    public Task RemoveAsync(PersonalWatch watch)
    {
        metrics.Watch(watch.Board.Board, -1);
        return Challenge(watch.Board.ChallengeId).RemoveAsync(watch);
    }

    /// <summary>The published board with the watcher's own row.</summary>
    public Task<BoardSnapshot> SnapshotAsync(PersonalWatch watch) =>
        Challenge(watch.Board.ChallengeId).Standings.GetPublishedAsync(watch.Board.Board, watch.IsOfWall ? null : watch.UserId);

    /// <inheritdoc />
    public Task StandingsChangedAsync(StandingsNews news)
    {
        foreach (var change in news.Boards)
        {
            Challenge(change.ChallengeId).Sent(change.Board, change.Version);
            metrics.Sent("board");
            Send(KeyOf(change).ToString(), change);
        }

        foreach (var own in news.Own)
        {
            metrics.Sent("own-row");
            Send(new PersonalWatch(KeyOf(own.Change), own.UserId).ToString(), own.Change);
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc />
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Rounds.EveryAsync(Renewal, time, () => Task.WhenAll(_challenges.Values.Select(RenewAsync)), stoppingToken);

    private async Task RenewAsync(WatchedChallenge challenge)
    {
        try
        {
            foreach (var missed in await challenge.RenewAsync())
            {
                metrics.Missed();
                Send(KeyOf(missed).ToString(), missed);
            }
        }
        catch (Exception exception)
        {
            // The next renewal tries again, and watchers then learn that they missed something.
            LogRenewalFailed(exception);
        }
    }

    private static BoardKey KeyOf(StandingsChange change) => new(change.ChallengeId, change.Board);

    private void Send(string group, StandingsChange change) =>
        hub.Clients.Group(group).StandingsChanged(change).Unawaited(FailToSend);

    private void FailToSend(Exception exception)
    {
        metrics.SendFailed();
        LogSendFailed(exception);
    }

    private WatchedChallenge Challenge(string id) =>
        _challenges.GetOrAdd(id, id => new WatchedChallenge(id, grains.GetGrain<IStandingsGrain>(id), Self));
}
