using System.Globalization;
using Microsoft.AspNetCore.SignalR;
using StretchChallenge.Contracts.Refusals;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Sessions;
using StretchChallenge.Domain.Standings;
using StretchChallenge.Server.Live.Sessions;
using StretchChallenge.Server.Security;
using StretchChallenge.Storage.Challenges;
using StretchChallenge.Storage.Sessions;
using StretchChallenge.Storage.Walls;

namespace StretchChallenge.Server.Live.Walls;

/// <summary>
/// Keeps the walls connected to this server up to date: every 5 s it reads which break comes next in their challenges, and
/// whether their addresses are still valid. The events of a break reach a wall through the break's SignalR group.
/// </summary>
internal sealed class WallPushService(
    IWallStore walls,
    IChallengeStore challenges,
    ISessionStore sessions,
    SessionPushService sessionPushes,
    BoardPushService boards,
    SessionSteps steps,
    IHubContext<LiveHub, ILiveClient> hub,
    LiveMetrics metrics,
    TimeProvider time,
    ILogger<WallPushService> logger)
    : LeasedPushService<WatchedWall>(Interval, metrics, time, logger)
{
    /// <summary>How often the next break is read.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    /// <summary>Lets a connection watch the wall of a token.</summary>
    public async Task<WallView> AddAsync(HubCallerContext caller, string? token)
    {
        if (await FindAsync(token, caller.ConnectionId, caller.ConnectionAborted) is not { } wall)
        {
            throw HubRefusal.Of(ChallengeRefusals.UnknownWall);
        }

        await RemoveAsync(caller.ConnectionId);
        Leases[caller.ConnectionId] = wall;
        await hub.Groups.AddToGroupAsync(caller.ConnectionId, wall.Board.ToString(), caller.ConnectionAborted);
        await boards.AddAsync(new PersonalWatch(wall.Board, ""));
        var view = await UpdateAsync(wall);
        return view with { Board = await boards.SnapshotAsync(new PersonalWatch(wall.Board, "")) };
    }

    /// <summary>What the wall of a token shows now; null when there is none, or not any more.</summary>
    public async Task<WallView?> GetSnapshotAsync(string? token, CancellationToken cancellationToken)
    {
        if (await FindAsync(token, "", cancellationToken) is not { } wall)
        {
            return null;
        }

        var next = await sessions.FindNextAsync(wall.Record.ChallengeId, Time.GetUtcNow(), cancellationToken);
        var room = next is null || next.OpensAt > Time.GetUtcNow()
            ? null
            : (await sessionPushes.GetRoomAsync(next.Id.Value, cancellationToken)).Value;
        return Describe(wall, next, room) with { Board = await boards.SnapshotAsync(new PersonalWatch(wall.Board, "")) };
    }

    /// <summary>Removes a closed connection; does nothing when it watched no wall.</summary>
    public async Task RemoveAsync(string connection)
    {
        if (Leases.TryRemove(connection, out var wall))
        {
            await hub.Groups.RemoveFromGroupAsync(connection, wall.Board.ToString());
            await boards.RemoveAsync(new PersonalWatch(wall.Board, ""));
            await SwitchSessionAsync(wall, null);
        }
    }

    /// <summary>Refreshes the walls of a challenge whose breaks or walls have changed.</summary>
    public Task RefreshAsync(string challengeId) => RenewAllAsync(
        Leases.Where(wall => wall.Value.Record.ChallengeId.Value == challengeId));

    /// <inheritdoc />
    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Metrics.ObserveWalls(() => Leases.Count);
        return base.ExecuteAsync(stoppingToken);
    }

    /// <inheritdoc />
    protected override async Task RenewAsync(string key, WatchedWall lease)
    {
        if (await walls.FindAsync(lease.Record.TokenHash) is null)
        {
            await RemoveAsync(lease.Connection);
            Push(lease, lease.Empty with { Revoked = true });
            return;
        }

        var before = lease.Shown;
        var view = await UpdateAsync(lease);
        if (lease.Shown != before)
        {
            Push(lease, view);
        }
    }

    // One at a time for each wall, because the timer and a refresh may coincide.
    private async Task<WallView> UpdateAsync(WatchedWall wall)
    {
        // A refresh runs in the request of a person, who may use another language.
        CultureInfo.CurrentUICulture = wall.Language;
        await wall.Gate.WaitAsync();
        try
        {
            var next = await sessions.FindNextAsync(wall.Record.ChallengeId, Time.GetUtcNow());
            var isOpen = next is not null && next.OpensAt <= Time.GetUtcNow();
            wall.Shown = (next?.Id.Value, next?.Phase, isOpen, next?.Revision);
            return Describe(wall, next, await SwitchSessionAsync(wall, isOpen ? next!.Id : null));
        }
        finally
        {
            wall.Gate.Release();
        }
    }

    private async Task<WatchedWall?> FindAsync(string? token, string connection, CancellationToken cancellationToken) =>
        Secret.IsPlausible(token)
        && await walls.FindAsync(Secret.HashOf(token), cancellationToken) is { } record
        && await challenges.LoadAsync(record.ChallengeId, cancellationToken) is { } challenge
            ? new WatchedWall(connection, record, challenge.Name)
            : null;

    private WallView Describe(WatchedWall wall, SessionRecord? next, Contracts.Sessions.SessionRoom? room)
    {
        var view = wall.Empty with
        {
            NextSession = next is null ? null : Server.Sessions.NextSession.Of(next, sessionPushes.ReadClock()),
        };
        return room is null
            ? view
            : view with { Session = room.Now, Steps = steps.Of(room.RoutineId, room.Steps), Count = room.Count };
    }

    // Moves the wall into the group of the session that it shows, and out of the previous one.
    private async Task<Contracts.Sessions.SessionRoom?> SwitchSessionAsync(WatchedWall wall, SessionId? session)
    {
        if (wall.Session is { } before && before != session)
        {
            await hub.Groups.RemoveFromGroupAsync(wall.Connection, ConnectionSeat.GroupOf(before.Value));
            await sessionPushes.UnwatchAsync(before.Value, wall.Connection);
        }

        wall.Session = session;
        if (session is not { } shown)
        {
            return null;
        }

        await hub.Groups.AddToGroupAsync(wall.Connection, ConnectionSeat.GroupOf(shown.Value));
        return (await sessionPushes.WatchAsync(shown.Value, wall.Connection)).Value;
    }

    private void Push(WatchedWall wall, WallView view) => Push("wall", hub.Clients.Client(wall.Connection).WallChanged(view));
}

/// <summary>A connection that shows a wall.</summary>
internal sealed class WatchedWall(string connection, WallRecord record, string name)
{
    /// <summary>The connection.</summary>
    public string Connection => connection;

    /// <summary>The wall as it was set up.</summary>
    public WallRecord Record => record;

    /// <summary>The board that it shows.</summary>
    public BoardKey Board { get; } = new(record.ChallengeId.Value, BoardKind.TeamStreak);

    /// <summary>The language that the screen requested.</summary>
    public CultureInfo Language { get; } = CultureInfo.CurrentUICulture;

    /// <summary>Held while the wall is updated.</summary>
    public SemaphoreSlim Gate { get; } = new(1, 1);

    /// <summary>The session whose group the connection is in; null when none is open.</summary>
    public SessionId? Session { get; set; }

    /// <summary>What the last update showed; the wall is pushed again only when this changes.</summary>
    public (string? Next, SessionPhase? Phase, bool IsOpen, int? Revision) Shown { get; set; }

    /// <summary>What the wall shows when no break is planned.</summary>
    public WallView Empty => new(record.ChallengeId.Value, name, null, null, [], 0, null, Revoked: false);
}
