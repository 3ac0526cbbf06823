using Microsoft.AspNetCore.SignalR;
using StretchChallenge.Contracts.Outcomes;
using StretchChallenge.Contracts.Sessions;

namespace StretchChallenge.Server.Live.Sessions;

/// <summary>
/// Pushes live breaks to the connections of this server. It subscribes to a session only while a connection here is in it, and
/// sends every change to SignalR's groups: the grain sends one message to each server, not to each client.
/// </summary>
internal sealed class SessionPushService(
    IGrainFactory grains,
    IHubContext<LiveHub, ILiveClient> hub,
    LiveMetrics metrics,
    SteadyClock clock,
    IHostApplicationLifetime lifetime,
    TimeProvider time,
    ILogger<SessionPushService> logger)
    : LeasedPushService<SessionSubscription>(Renewal, metrics, time, logger), ISessionObserver
{
    /// <summary>How often leases are renewed; a lease lasts six times as long.</summary>
    public static readonly TimeSpan Renewal = TimeSpan.FromSeconds(10);

    private readonly string _server = Guid.NewGuid().ToString("N");

    private ISessionObserver Self => LazyInitializer.EnsureInitialized(
        ref field, () => grains.CreateObjectReference<ISessionObserver>(this))!;

    /// <summary>
    /// The clock by which the clients of this server go, in Unix milliseconds. It follows the machine's clock only while nobody
    /// here is in a session.
    /// </summary>
    public double ReadClock()
    {
        if (Leases.IsEmpty)
        {
            clock.Synchronise();
        }

        return clock.NowMs;
    }

    /// <summary>The room of a session, with its instants on this server's clock.</summary>
    public async Task<Outcome<SessionRoom>> GetRoomAsync(string sessionId, CancellationToken cancellationToken)
    {
        var outcome = await grains.GetGrain<ISessionGrain>(sessionId).GetRoomAsync(cancellationToken);
        return Leases.TryGetValue(sessionId, out var session) ? session.InServerTime(outcome) : outcome;
    }

    /// <summary>Joins a connection to a session. When this returns, every later change is pushed to the session's group.</summary>
    public Task<Outcome<SessionEntry>> JoinAsync(
        string sessionId, string connection, string? userId, string? seatHash, string? name, string addressHash) =>
        RunWithSubscriptionAsync(sessionId, session => session.JoinAsync(
            connection, new JoinSession(_server, userId, seatHash, name) { AddressHash = addressHash }));

    /// <summary>A connection has left the session or was closed.</summary>
    public async Task LeaveAsync(ConnectionSeat joined, string connection)
    {
        // A server that stops does not report its closed connections: people who reconnect elsewhere count as present all the time.
        if (!lifetime.ApplicationStopping.IsCancellationRequested && Leases.TryGetValue(joined.SessionId, out var session))
        {
            await session.LeaveAsync(connection, joined.ParticipantId);
            await CloseIfIdleAsync(joined.SessionId, session);
        }
    }

    /// <summary>Lets a wall's connection watch a session.</summary>
    public Task<Outcome<SessionRoom>> WatchAsync(string sessionId, string connection) =>
        RunWithSubscriptionAsync(sessionId, session => session.WatchAsync(connection));

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
            Push("session", now.SessionId, client => client.SessionChanged(session.InServerTime(now)));
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task SessionReplannedAsync(string sessionId)
    {
        Push("replanned", sessionId, client => client.SessionReplanned(new SessionReplanned(sessionId)));
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
    /// <remarks>
    /// Does not wait: Orleans delivers messages to a server one after another, and a join that is under way holds its room.
    /// </remarks>
    public Task RemovedAsync(string sessionId, string participantId)
    {
        if (Leases.TryGetValue(sessionId, out var session))
        {
            Push("removed", RemoveAsync(sessionId, session, participantId));
        }

        return Task.CompletedTask;
    }

    private async Task RemoveAsync(string sessionId, SessionSubscription session, string participantId)
    {
        foreach (var connection in await session.TakeConnectionsAsync(participantId))
        {
            await hub.Groups.RemoveFromGroupAsync(connection, ConnectionSeat.GroupOf(sessionId));
            await hub.Clients.Client(connection).SessionLeft(new SessionLeft(sessionId));
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

    private async Task<Outcome<T>> RunWithSubscriptionAsync<T>(string sessionId, Func<SessionSubscription, Task<Outcome<T>?>> work)
        where T : class
    {
        while (true)
        {
            var session = Leases.GetOrAdd(
                sessionId, id => new SessionSubscription(_server, grains.GetGrain<ISessionGrain>(id), Self, new ClockOffset(clock)));
            if (await work(session) is { } outcome)
            {
                await CloseIfIdleAsync(sessionId, session);
                return outcome;
            }

            // The subscription was closed in the meantime; the next attempt creates another one.
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
