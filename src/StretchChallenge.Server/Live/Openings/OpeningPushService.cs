using Microsoft.AspNetCore.SignalR;
using StretchChallenge.Domain;
using StretchChallenge.Storage.Sessions;

namespace StretchChallenge.Server.Live.Openings;

/// <summary>
/// Tells people on this server that a break in one of their challenges is open to join: every 3 s it reads which break comes
/// next in the challenges that somebody here watches.
/// </summary>
internal sealed class OpeningPushService(
    ISessionStore sessions,
    IHubContext<LiveHub, ILiveClient> hub,
    LiveMetrics metrics,
    TimeProvider time,
    ILogger<OpeningPushService> logger)
    : LeasedPushService<WatchedChallenge>(Interval, metrics, time, logger)
{
    /// <summary>How often the next break is read.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(3);

    /// <summary>Lets a connection hear of the breaks of a challenge; the one that is open already is sent at once.</summary>
    public async Task AddAsync(string connection, string challengeId)
    {
        var challenge = Leases.GetOrAdd(challengeId, _ => new WatchedChallenge());
        await hub.Groups.AddToGroupAsync(connection, GroupOf(challengeId));
        challenge.Connections.TryAdd(connection, 0);
        if (await FindOpenAsync(challengeId) is { } open)
        {
            Push("session-opened", hub.Clients.Client(connection).SessionOpened(open));
        }
    }

    /// <summary>Removes a closed connection; does nothing when it watched no challenge.</summary>
    public void Remove(string connection)
    {
        foreach (var (id, challenge) in Leases)
        {
            if (challenge.Connections.TryRemove(connection, out _) && challenge.Connections.IsEmpty)
            {
                Leases.TryRemove(id, out _);
            }
        }
    }

    /// <inheritdoc />
    protected override async Task RenewAsync(string key, WatchedChallenge lease)
    {
        var open = await FindOpenAsync(key);
        if (open is not null && open.Code != lease.Announced)
        {
            Push("session-opened", hub.Clients.Group(GroupOf(key)).SessionOpened(open));
        }

        lease.Announced = open?.Code;
    }

    private async Task<SessionOpening?> FindOpenAsync(string challengeId) =>
        await sessions.FindNextAsync(new ChallengeId(challengeId), Time.GetUtcNow()) is { } next && next.OpensAt <= Time.GetUtcNow()
            ? new SessionOpening(next.Code, challengeId, next.RoutineId, next.StartsAt ?? next.OpensAt)
            : null;

    private static string GroupOf(string challengeId) => $"openings:{challengeId}";
}
