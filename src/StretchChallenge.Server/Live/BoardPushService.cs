using Microsoft.AspNetCore.SignalR;
using StretchChallenge.Contracts.Standings;
using StretchChallenge.Domain.Standings;

namespace StretchChallenge.Server.Live;

/// <summary>
/// Pushes boards to the connections of this server. It subscribes to a challenge's boards only while a connection here
/// watches one, and sends every change to SignalR's groups: the grain sends one message to each server, not to each client.
/// </summary>
internal sealed class BoardPushService(
    IGrainFactory grains,
    IHubContext<LiveHub, ILiveClient> hub,
    LiveMetrics metrics,
    TimeProvider time,
    ILogger<BoardPushService> logger)
    : LeasedPushService<BoardSubscription>(Renewal, metrics, time, logger), IStandingsObserver
{
    /// <summary>How often leases are renewed; a lease lasts three times as long.</summary>
    public static readonly TimeSpan Renewal = TimeSpan.FromSeconds(30);

    private readonly DayWatches _days = new(time);

    private IStandingsObserver Self => LazyInitializer.EnsureInitialized(
        ref field, () => grains.CreateObjectReference<IStandingsObserver>(this))!;

    /// <summary>Adds a connection's watch. When this returns, every later change is pushed.</summary>
    public Task AddAsync(PersonalWatch watch)
    {
        Metrics.Watch(watch.Board.Board, +1);
        return SubscriptionOf(watch.Board.ChallengeId).AddAsync(watch);
    }

    /// <summary>Removes a connection's watch.</summary>
    public Task RemoveAsync(PersonalWatch watch)
    {
        Metrics.Watch(watch.Board.Board, -1);
        return SubscriptionOf(watch.Board.ChallengeId).RemoveAsync(watch);
    }

    /// <summary>Adds a connection that watches its person's day on a board. When this returns, every later change is pushed.</summary>
    public async Task AddDayAsync(PersonalWatch watch, TimeZoneInfo zone)
    {
        _days.Add(watch, zone);
        await AddAsync(watch);
        await ReadTeamDayAsync(watch);
    }

    /// <summary>Removes a connection's watch of the day.</summary>
    public Task RemoveDayAsync(PersonalWatch watch)
    {
        _days.Remove(watch);
        return RemoveAsync(watch);
    }

    /// <summary>The published board with the watcher's own row.</summary>
    public Task<BoardSnapshot> SnapshotAsync(PersonalWatch watch) =>
        SubscriptionOf(watch.Board.ChallengeId).Standings.GetPublishedAsync(watch.Board.Board, watch.IsOfWall ? null : watch.UserId);

    /// <summary>The watcher's own row, and the listed ones above and below it.</summary>
    public Task<OwnRow?> AroundAsync(PersonalWatch watch) =>
        SubscriptionOf(watch.Board.ChallengeId).Standings.GetAroundAsync(watch.Board.Board, watch.UserId);

    /// <inheritdoc />
    public Task StandingsChangedAsync(StandingsBatch batch)
    {
        foreach (var change in batch.Boards)
        {
            SubscriptionOf(change.ChallengeId).Sent(change.Board, change.Version);
            Push(change);
        }

        foreach (var own in batch.Own)
        {
            var watch = new PersonalWatch(new BoardKey(own.ChallengeId, own.Board), own.UserId);
            Push("own-row", hub.Clients.Group(watch.ToString()).OwnRowChanged(own));
            PushOwnDay(watch);
            PushTeamDay(watch, _days.UpdateTeam(watch, own.Row));
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc />
    protected override async Task RenewAsync(string key, BoardSubscription lease)
    {
        foreach (var missed in await lease.RenewAsync())
        {
            Metrics.Missed();
            Push(missed);
            foreach (var watch in _days.In(key).Where(watch => watch.Board.Board == missed.Board))
            {
                PushOwnDay(watch);
                await ReadTeamDayAsync(watch);
            }
        }
    }

    private async Task ReadTeamDayAsync(PersonalWatch watch)
    {
        if (watch.Board.Board.IsTeamBoard())
        {
            PushTeamDay(watch, _days.UpdateTeam(watch, (await AroundAsync(watch))?.Row, isFirst: true));
        }
    }

    private void PushOwnDay(PersonalWatch watch)
    {
        if (_days.UpdateOwn(watch) is { } change)
        {
            Push("today", hub.Clients.Group(DayWatches.GroupOf(watch.UserId)).TodayChanged(change));
        }
    }

    private void PushTeamDay(PersonalWatch watch, TeamTodayChanged? change)
    {
        if (change is not null)
        {
            Push("team-today", hub.Clients.Group(DayWatches.GroupOf(watch.UserId)).TeamTodayChanged(change));
        }
    }

    private void Push(StandingsChange change) =>
        Push("board", hub.Clients.Group(new BoardKey(change.ChallengeId, change.Board).ToString()).StandingsChanged(change));

    private BoardSubscription SubscriptionOf(string id) =>
        Leases.GetOrAdd(id, id => new BoardSubscription(id, grains.GetGrain<IStandingsGrain>(id), Self));
}
