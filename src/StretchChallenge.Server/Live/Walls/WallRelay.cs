using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.SignalR;
using StretchChallenge.Domain;
using StretchChallenge.Server.Hosting;
using StretchChallenge.Server.Live.Sessions;
using StretchChallenge.Server.RateLimits;
using StretchChallenge.Server.Security;
using StretchChallenge.Storage.Challenges;
using StretchChallenge.Storage.Sessions;
using StretchChallenge.Storage.Walls;

namespace StretchChallenge.Server.Live.Walls;

/// <summary>
/// Keeps the walls on this server up to date: every few seconds it looks which break comes next in their challenges, and
/// whether their addresses still hold. What happens inside a break reaches a wall as it reaches everybody in it.
/// </summary>
internal sealed partial class WallRelay(
    IWallStore walls,
    IChallengeStore challenges,
    ISessionStore sessions,
    SessionRelay sessionRelay,
    LiveRelay boards,
    SessionSteps steps,
    FailedCodes failed,
    IHubContext<LiveHub, ILiveClient> hub,
    LiveMetrics metrics,
    TimeProvider time,
    ILogger<WallRelay> logger) : BackgroundService
{
    /// <summary>How often the next break is looked for.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<string, WatchedWall> _walls = new(StringComparer.Ordinal);

    /// <summary>Lets a connection watch the wall of a token.</summary>
    public async Task<WallView> AddAsync(HubCallerContext caller, string? token)
    {
        var http = caller.GetHttpContext()!;
        if (!failed.Allows(http))
        {
            throw new HubException("Too many addresses were tried in vain. Wait a few minutes, then try again.");
        }

        if (!Secret.MayBe(token)
            || await walls.FindAsync(Secret.HashOf(token), caller.ConnectionAborted) is not { } record
            || await challenges.LoadAsync(record.ChallengeId, caller.ConnectionAborted) is not { } challenge)
        {
            failed.Count(http).Dispose();
            throw new HubException("This wall's address does not hold, or not any more. Set the wall up again.");
        }

        await RemoveAsync(caller.ConnectionId);
        var wall = new WatchedWall(caller.ConnectionId, record, challenge.Name);
        _walls[caller.ConnectionId] = wall;
        await hub.Groups.AddToGroupAsync(caller.ConnectionId, wall.Board.ToString(), caller.ConnectionAborted);
        await boards.AddAsync(new PersonalWatch(wall.Board, ""));
        var view = await LookAsync(wall);
        return view with { Board = await boards.SnapshotAsync(new PersonalWatch(wall.Board, "")) };
    }

    /// <summary>A connection is gone; harmless where it watched no wall.</summary>
    public async Task RemoveAsync(string connection)
    {
        if (_walls.TryRemove(connection, out var wall))
        {
            await hub.Groups.RemoveFromGroupAsync(connection, wall.Board.ToString());
            await boards.RemoveAsync(new PersonalWatch(wall.Board, ""));
            await ShowAsync(wall, null);
        }
    }

    /// <summary>Looks at once at the walls of a challenge whose breaks or walls have changed.</summary>
    public Task RefreshAsync(string challengeId) => RefreshAsync(
        _walls.Values.Where(wall => wall.Record.ChallengeId.Value == challengeId));

    /// <inheritdoc />
    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        metrics.ObserveWalls(() => _walls.Count);
        return Rounds.EveryAsync(Interval, time, () => RefreshAsync(_walls.Values), stoppingToken);
    }

    private async Task RefreshAsync(IEnumerable<WatchedWall> watched)
    {
        foreach (var wall in watched)
        {
            try
            {
                await RefreshAsync(wall);
            }
            catch (Exception exception)
            {
                // The wall goes on showing what it has; the next look tries again.
                LogRefreshFailed(exception);
            }
        }
    }

    private async Task RefreshAsync(WatchedWall wall)
    {
        if (await walls.FindAsync(wall.Record.TokenHash) is null)
        {
            await RemoveAsync(wall.Connection);
            Send(wall, wall.Empty with { Revoked = true });
            return;
        }

        var before = wall.Shown;
        var view = await LookAsync(wall);
        if (wall.Shown != before)
        {
            Send(wall, view);
        }
    }

    // One look at a time for each wall: the timer's and a refresh could meet.
    private async Task<WallView> LookAsync(WatchedWall wall)
    {
        // Whoever makes the wall change may speak another language.
        CultureInfo.CurrentUICulture = wall.Language;
        await wall.Gate.WaitAsync();
        try
        {
            var next = await sessions.FindNextAsync(wall.Record.ChallengeId);
            var isOpen = next is not null && next.OpensAt <= time.GetUtcNow();
            var view = wall.Empty with { NextSession = next is null ? null : Server.Sessions.NextSession.Of(next) };
            wall.Shown = (next?.Id.Value, next?.Phase, isOpen);
            var room = await ShowAsync(wall, isOpen ? next!.Id : null);
            return room is null
                ? view
                : view with { Session = room.Now, Steps = steps.Of(room.RoutineId, room.Steps), Count = room.Count };
        }
        finally
        {
            wall.Gate.Release();
        }
    }

    // Puts the wall into the group of the session that it shows, and out of the one before.
    private async Task<Contracts.Sessions.SessionRoom?> ShowAsync(WatchedWall wall, SessionId? session)
    {
        if (wall.Session is { } before && before != session)
        {
            await hub.Groups.RemoveFromGroupAsync(wall.Connection, JoinedSession.GroupOf(before.Value));
            await sessionRelay.UnwatchAsync(before.Value, wall.Connection);
        }

        wall.Session = session;
        if (session is not { } shown)
        {
            return null;
        }

        await hub.Groups.AddToGroupAsync(wall.Connection, JoinedSession.GroupOf(shown.Value));
        return (await sessionRelay.WatchAsync(shown.Value, wall.Connection)).Value;
    }

    private void Send(WatchedWall wall, WallView view)
    {
        metrics.Sent("wall");
        hub.Clients.Client(wall.Connection).WallChanged(view).Unawaited(FailToSend);
    }

    private void FailToSend(Exception exception)
    {
        metrics.SendFailed();
        LogSendFailed(exception);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Looking for what a wall shows failed and is tried again.")]
    private partial void LogRefreshFailed(Exception exception);

    [LoggerMessage(Level = LogLevel.Debug, Message = "A wall could not be told.")]
    private partial void LogSendFailed(Exception exception);
}
