using Microsoft.AspNetCore.SignalR;
using StretchChallenge.Contracts.Outcomes;
using StretchChallenge.Contracts.Sessions;

namespace StretchChallenge.Server.Live.Sessions;

/// <summary>
/// Pushes live breaks to the connections of this server: it observes a session only while a connection here is in it, and
/// sends every change to SignalR's groups. A change costs one message for each server, and is serialised once.
/// </summary>
internal sealed class SessionPushService(
    IGrainFactory grains,
    IHubContext<LiveHub, ILiveClient> hub,
    LiveMetrics metrics,
    IHostApplicationLifetime lifetime,
    TimeProvider time,
    ILogger<SessionPushService> logger)
    : LeasedPushService<SessionSubscription>(Renewal, metrics, time, logger), ISessionObserver
{
    /// <summary>How often leases are renewed; a grain keeps one six times as long.</summary>
    public static readonly TimeSpan Renewal = TimeSpan.FromSeconds(10);

    private readonly string _server = Guid.NewGuid().ToString("N");

    private ISessionObserver Self => LazyInitializer.EnsureInitialized(
        ref field, () => grains.CreateObjectReference<ISessionObserver>(this))!;

    /// <summary>Lets a connection join a session. Once it has, the session's group misses no later change.</summary>
    public Task<Outcome<SessionEntry>> JoinAsync(
        string sessionId, string connection, string? userId, string? seatHash, string? name) =>
        WithAsync(sessionId, session => session.JoinAsync(connection, new JoinSession(_server, userId, seatHash, name)));

    /// <summary>A connection has left, or is gone.</summary>
    public async Task LeaveAsync(ConnectionSeat joined, string connection)
    {
        // A server that stops lets nobody leave: people reconnect to the next one and count as present all along.
        if (!lifetime.ApplicationStopping.IsCancellationRequested && Leases.TryGetValue(joined.SessionId, out var session))
        {
            await session.LeaveAsync(connection, joined.ParticipantId);
            await CloseIfIdleAsync(joined.SessionId, session);
        }
    }

    /// <summary>Lets a wall's connection watch a session.</summary>
    public Task<Outcome<SessionRoom>> WatchAsync(string sessionId, string connection) =>
        WithAsync(sessionId, session => session.WatchAsync(connection));

    /// <summary>A wall's connection stops watching a session.</summary>
    public async Task UnwatchAsync(string sessionId, string connection)
    {
        if (Leases.TryGetValue(sessionId, out var session))
        {
            await session.UnwatchAsync(connection);
            await CloseIfIdleAsync(sessionId, session);
        }
    }

    /// <inheritdoc />
    public Task SessionChangedAsync(TimelineSnapshot now)
    {
        if (Leases.TryGetValue(now.SessionId, out var session) && session.IsNewer(now))
        {
            Metrics.Pushed(now.ServerMs);
            Push("session", now.SessionId, client => client.SessionChanged(now));
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task RosterChangedAsync(RosterChange change)
    {
        Push("roster", change.SessionId, client => client.RosterChanged(change));
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task ReactedAsync(SessionReactions reactions)
    {
        Push("reactions", reactions.SessionId, client => client.Reactions(reactions));
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public async Task RemovedAsync(string sessionId, string participantId)
    {
        if (!Leases.TryGetValue(sessionId, out var session))
        {
            return;
        }

        foreach (var connection in await session.TakeConnectionsAsync(participantId))
        {
            await hub.Groups.RemoveFromGroupAsync(connection, ConnectionSeat.GroupOf(sessionId));
            Push("removed", hub.Clients.Client(connection).SessionLeft(new SessionLeft(sessionId)));
        }
    }

    /// <inheritdoc />
    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Metrics.ObserveRooms(() => Leases.Count, () => Leases.Values.Sum(session => session.People));
        return base.ExecuteAsync(stoppingToken);
    }

    /// <inheritdoc />
    protected override async Task RenewAsync(string key, SessionSubscription lease)
    {
        if (await lease.RenewAsync() is { } missed)
        {
            Metrics.Missed();
            Push("session", key, client => client.SessionChanged(missed));
        }
    }

    private async Task<Outcome<T>> WithAsync<T>(string sessionId, Func<SessionSubscription, Task<Outcome<T>?>> work)
        where T : class
    {
        while (true)
        {
            var session = Leases.GetOrAdd(
                sessionId, id => new SessionSubscription(_server, grains.GetGrain<ISessionGrain>(id), Self));
            if (await work(session) is { } outcome)
            {
                await CloseIfIdleAsync(sessionId, session);
                return outcome;
            }

            // The subscription has ended meanwhile.
            Leases.TryRemove(KeyValuePair.Create(sessionId, session));
        }
    }

    private async Task CloseIfIdleAsync(string sessionId, SessionSubscription session)
    {
        if (await session.CloseIfIdleAsync())
        {
            Leases.TryRemove(KeyValuePair.Create(sessionId, session));
        }
    }

    private void Push(string message, string sessionId, Func<ILiveClient, Task> send) =>
        Push(message, send(hub.Clients.Group(ConnectionSeat.GroupOf(sessionId))));
}
