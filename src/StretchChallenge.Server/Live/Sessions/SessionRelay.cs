using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;
using StretchChallenge.Contracts.Outcomes;
using StretchChallenge.Contracts.Sessions;
using StretchChallenge.Server.Hosting;

namespace StretchChallenge.Server.Live.Sessions;

/// <summary>
/// This server's ear in the sessions: it observes one only while a connection here is in it, with a lease that it renews,
/// and hands what it hears to SignalR's groups. A change costs one message for each server, and is serialised once.
/// </summary>
internal sealed partial class SessionRelay(
    IGrainFactory grains,
    IHubContext<LiveHub, ILiveClient> hub,
    LiveMetrics metrics,
    IHostApplicationLifetime lifetime,
    TimeProvider time,
    ILogger<SessionRelay> logger) : BackgroundService, ISessionObserver
{
    /// <summary>How often leases are renewed; a grain keeps one six times as long.</summary>
    public static readonly TimeSpan Renewal = TimeSpan.FromSeconds(10);

    private readonly string _server = Guid.NewGuid().ToString("N");
    private readonly ConcurrentDictionary<string, WatchedSession> _sessions = new(StringComparer.Ordinal);

    private ISessionObserver Self => LazyInitializer.EnsureInitialized(
        ref field, () => grains.CreateObjectReference<ISessionObserver>(this))!;

    /// <summary>Lets a connection into a session. Where it succeeds, no change after this is missed by the session's group.</summary>
    public Task<Outcome<SessionEntry>> JoinAsync(
        string sessionId, string connection, string? userId, string? seatHash, string? name) =>
        WithAsync(sessionId, session => session.JoinAsync(connection, new JoinSession(_server, userId, seatHash, name)));

    /// <summary>A connection has left, or is gone.</summary>
    public async Task LeaveAsync(JoinedSession joined, string connection)
    {
        // A server that stops takes nobody out of a room: people come back to the next one, and were never away.
        if (!lifetime.ApplicationStopping.IsCancellationRequested && _sessions.TryGetValue(joined.SessionId, out var session))
        {
            await session.LeaveAsync(connection, joined.ParticipantId);
            await CloseIfIdleAsync(joined.SessionId, session);
        }
    }

    /// <summary>Lets a wall's connection watch a session.</summary>
    public Task<Outcome<SessionRoom>> WatchAsync(string sessionId, string connection) =>
        WithAsync(sessionId, session => session.WatchAsync(connection));

    /// <summary>A wall's connection watches a session no longer.</summary>
    public async Task UnwatchAsync(string sessionId, string connection)
    {
        if (_sessions.TryGetValue(sessionId, out var session))
        {
            await session.UnwatchAsync(connection);
            await CloseIfIdleAsync(sessionId, session);
        }
    }

    /// <inheritdoc />
    public Task SessionChangedAsync(SessionMoment now)
    {
        if (_sessions.TryGetValue(now.SessionId, out var session) && session.IsNews(now))
        {
            metrics.Relayed(now.ServerMs);
            Send("session", now.SessionId, client => client.SessionChanged(now));
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task RosterChangedAsync(RosterChange change)
    {
        Send("roster", change.SessionId, client => client.RosterChanged(change));
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task ReactedAsync(SessionReactions reactions)
    {
        Send("reactions", reactions.SessionId, client => client.Reactions(reactions));
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public async Task RemovedAsync(string sessionId, string participantId)
    {
        if (!_sessions.TryGetValue(sessionId, out var session))
        {
            return;
        }

        foreach (var connection in await session.TakeConnectionsAsync(participantId))
        {
            await hub.Groups.RemoveFromGroupAsync(connection, JoinedSession.GroupOf(sessionId));
            metrics.Sent("removed");
            hub.Clients.Client(connection).SessionLeft(new SessionLeft(sessionId)).Unawaited(FailToSend);
        }
    }

    /// <inheritdoc />
    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        metrics.ObserveRooms(() => _sessions.Count, () => _sessions.Values.Sum(session => session.People));
        return Rounds.EveryAsync(
            Renewal, time, () => Task.WhenAll(_sessions.Select(session => RenewAsync(session.Key, session.Value))), stoppingToken);
    }

    private async Task<Outcome<T>> WithAsync<T>(string sessionId, Func<WatchedSession, Task<Outcome<T>?>> work)
        where T : class
    {
        while (true)
        {
            var session = _sessions.GetOrAdd(
                sessionId, id => new WatchedSession(_server, grains.GetGrain<ISessionGrain>(id), Self));
            if (await work(session) is { } outcome)
            {
                await CloseIfIdleAsync(sessionId, session);
                return outcome;
            }

            // It ended in the same moment.
            _sessions.TryRemove(KeyValuePair.Create(sessionId, session));
        }
    }

    private async Task CloseIfIdleAsync(string sessionId, WatchedSession session)
    {
        if (await session.CloseIfIdleAsync())
        {
            _sessions.TryRemove(KeyValuePair.Create(sessionId, session));
        }
    }

    private async Task RenewAsync(string sessionId, WatchedSession session)
    {
        try
        {
            if (await session.RenewAsync() is { } missed)
            {
                metrics.Missed();
                Send("session", sessionId, client => client.SessionChanged(missed));
            }
        }
        catch (Exception exception)
        {
            // The next renewal tries again, and then sends what was missed.
            LogRenewalFailed(exception);
        }
    }

    private void Send(string message, string sessionId, Func<ILiveClient, Task> send)
    {
        metrics.Sent(message);
        send(hub.Clients.Group(JoinedSession.GroupOf(sessionId))).Unawaited(FailToSend);
    }

    private void FailToSend(Exception exception)
    {
        metrics.SendFailed();
        LogSendFailed(exception);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Renewing the lease on a live break failed.")]
    private partial void LogRenewalFailed(Exception exception);

    [LoggerMessage(Level = LogLevel.Debug, Message = "A message of a live break could not be sent.")]
    private partial void LogSendFailed(Exception exception);
}
