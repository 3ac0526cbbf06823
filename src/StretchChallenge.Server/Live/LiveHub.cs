using Microsoft.AspNetCore.SignalR;
using StretchChallenge.Contracts.Challenges;
using StretchChallenge.Contracts.Refusals;
using StretchChallenge.Contracts.Standings;
using StretchChallenge.Domain.Standings;
using StretchChallenge.Server.Live.Openings;
using StretchChallenge.Server.Ids;
using StretchChallenge.Server.Live.Access;
using StretchChallenge.Server.Live.Nudges;
using StretchChallenge.Server.Live.Sessions;
using StretchChallenge.Server.Live.Walls;

namespace StretchChallenge.Server.Live;

/// <summary>
/// The one hub, at <c>/live</c>. <see cref="HubAccess" /> says which methods are open to all; each method then authorises,
/// calls one service or grain, and returns. Messages to clients are sent by the <see cref="LeasedPushService{TLease}" /> of
/// boards, sessions, walls and openings.
/// </summary>
/// <remarks>Add methods, never parameters: SignalR requires the exact number of arguments, so clients send optional ones too.</remarks>
internal sealed partial class LiveHub(
    BoardPushService boards,
    SessionJoinService joins,
    SessionPushService sessions,
    WallPushService walls,
    LiveConnections connections,
    KnownIds known,
    OpeningPushService openings,
    NudgePushService nudges,
    IGrainFactory grains) : Hub<ILiveClient>
{
    /// <summary>The most boards that one connection may watch at once.</summary>
    public const int MaxWatches = 16;

    private HashSet<PersonalWatch> Watches
    {
        get
        {
            if (!Context.Items.TryGetValue(nameof(Watches), out var watches))
            {
                Context.Items[nameof(Watches)] = watches = new HashSet<PersonalWatch>();
            }

            return (HashSet<PersonalWatch>)watches!;
        }
    }

    /// <summary>One round trip of clock synchronisation; open to everybody.</summary>
    public ClockReading Sync(double clientMs) => double.IsFinite(clientMs)
        ? new(clientMs, sessions.ReadClock())
        : throw HubRefusal.Of(LiveRefusals.ImpossibleReading);

    /// <summary>Watches a board of a challenge that the caller is in; returns the snapshot that later changes apply to.</summary>
    public async Task<BoardSnapshot> WatchStandings(string challengeId, string board)
    {
        var watch = new PersonalWatch(Parse(challengeId, board), Context.UserIdentifier!);
        if (!await UseAsMemberAsync(challengeId))
        {
            throw HubRefusal.Of(ChallengeRefusals.UnknownChallenge);
        }

        if (!Watches.Contains(watch))
        {
            await StartAsync(watch);
        }

        return await boards.SnapshotAsync(watch);
    }

    /// <summary>The caller's own row on a board of a challenge that they are in, and the listed rows around it; null if they have none.</summary>
    public async Task<OwnRow?> Around(string challengeId, string board)
    {
        var watch = new PersonalWatch(Parse(challengeId, board), Context.UserIdentifier!);
        return Watches.Contains(watch) || await UseAsMemberAsync(challengeId)
            ? await boards.AroundAsync(watch)
            : throw HubRefusal.Of(ChallengeRefusals.UnknownChallenge);
    }

    /// <summary>Ends the watch; does nothing when there is none.</summary>
    public async Task UnwatchStandings(string challengeId, string board)
    {
        var watch = new PersonalWatch(Parse(challengeId, board), Context.UserIdentifier!);
        if (Watches.Remove(watch))
        {
            await Groups.RemoveFromGroupAsync(Context.ConnectionId, watch.Board.ToString());
            await Groups.RemoveFromGroupAsync(Context.ConnectionId, watch.ToString());
            await boards.RemoveAsync(watch);
        }
    }

    /// <summary>Watches a wall until its address is revoked; returns what it shows now.</summary>
    public Task<WallView> WatchWall(string token) => walls.AddAsync(Context, token);

    /// <inheritdoc />
    /// <remarks>Each step stands alone. Live breaks come first: who is taken to be still in one may be credited for it.</remarks>
    public override async Task OnDisconnectedAsync(Exception? exception)
    {
        var connection = Context.ConnectionId;
        Func<Task>[] steps =
        [
            .. Joined.Values.Select(joined => (Func<Task>)(() => sessions.LeaveAsync(joined, connection))),
            .. Watches.Select(watch => (Func<Task>)(() => boards.RemoveAsync(watch))),
            .. OwnDays.Select(watch => (Func<Task>)(() => boards.RemoveDayAsync(watch))),
            () =>
            {
                openings.Remove(connection);
                nudges.Remove(connection);
                return Task.CompletedTask;
            },
            () => walls.RemoveAsync(connection),
        ];
        await Task.WhenAll(steps.Select(RunAsync));

        // A step that throws before its first await must not keep the others from running either.
        static async Task RunAsync(Func<Task> step) => await step();
    }

    private async Task StartAsync(PersonalWatch watch)
    {
        if (Watches.Count >= MaxWatches)
        {
            throw HubRefusal.Of(LiveRefusals.TooManyWatches(MaxWatches));
        }

        Watches.Add(watch);
        await Groups.AddToGroupAsync(Context.ConnectionId, watch.Board.ToString());
        await Groups.AddToGroupAsync(Context.ConnectionId, watch.ToString());
        await boards.AddAsync(watch);
    }

    // Whether the caller is in the challenge; if so, the connection is closed when they are no longer.
    private async Task<bool> UseAsMemberAsync(string challengeId)
    {
        // Noted first, so that somebody who leaves at this moment is not missed.
        var isNew = connections.Use(Context.ConnectionId, challengeId);
        if (await known.HasChallengeAsync(challengeId, Context.ConnectionAborted)
            && await grains.GetGrain<IChallengeGrain>(challengeId).GetRoleAsync(Context.UserIdentifier!) is not null)
        {
            return true;
        }

        if (isNew)
        {
            connections.Forget(Context.ConnectionId, challengeId);
        }

        return false;
    }

    private static BoardKey Parse(string challengeId, string board) =>
        BoardKinds.TryParse(board, out var kind)
            ? new BoardKey(challengeId, kind)
            : throw HubRefusal.Of(ChallengeRefusals.UnknownBoard);
}
