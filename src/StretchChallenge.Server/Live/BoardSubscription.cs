using System.Collections.Immutable;
using StretchChallenge.Contracts.Standings;
using StretchChallenge.Domain.Standings;

namespace StretchChallenge.Server.Live;

/// <summary>
/// The boards of one challenge that connections of this server watch, and the lease on the grain. The grain is told of each
/// watch that begins or ends, and of all of them only when it lost them.
/// </summary>
internal sealed class BoardSubscription(string challengeId, IStandingsGrain standings, IStandingsObserver observer)
{
    // So far ahead, a change is the next one of no client: they all watch again.
    private const long Gap = 1_000;

    private readonly SemaphoreSlim _gate = new(1, 1);
    // By board: the number of connections of each person who watches it.
    private readonly Dictionary<BoardKind, Dictionary<string, int>> _watches = [];

    // By board: the version that was pushed last, and the version that the grain reported at the last renewal.
    private readonly Dictionary<BoardKind, long> _versions = [];
    private readonly Dictionary<BoardKind, long> _renewedVersions = [];

    // Whether the grain may have other watches than these, because a call failed.
    private bool _isInDoubt;

    /// <summary>The challenge's grain.</summary>
    public IStandingsGrain Standings => standings;

    /// <summary>Adds one connection's watch; the lease covers it when this returns.</summary>
    public Task AddAsync(PersonalWatch watch) => RunExclusivelyAsync(async () =>
    {
        if (Add(watch.Board.Board, watch.UserId))
        {
            var lease = await KeepAsync(() => standings.WatchAsync(observer, [MessageOf(watch)], anew: false));
            Note(lease, version => _versions.TryAdd(version.Board, version.Version));
        }
    });

    /// <summary>Removes one connection's watch.</summary>
    public Task RemoveAsync(PersonalWatch watch) => RunExclusivelyAsync(async () =>
    {
        if (Remove(watch.Board.Board, watch.UserId))
        {
            var wasInDoubt = _isInDoubt;
            _isInDoubt = true;
            await standings.UnwatchAsync(observer, [MessageOf(watch)]);
            _isInDoubt = wasInDoubt;
        }
    });

    /// <summary>Notes the version that the watchers of a board have been sent.</summary>
    public void Sent(BoardKind board, long version)
    {
        lock (_versions)
        {
            _versions[board] = version;
        }
    }

    /// <summary>Renews the lease; returns a change without rows for each board of which something was missed.</summary>
    public async Task<ImmutableArray<StandingsChange>> RenewAsync()
    {
        var missed = ImmutableArray.CreateBuilder<StandingsChange>();
        await RunExclusivelyAsync(async () =>
        {
            if (_watches.Count > 0)
            {
                var lease = await KeepAsync(() => standings.RenewAsync(observer));
                Note(lease, version => missed.AddRange(MissedOf(version)));
            }
        });
        return missed.DrainToImmutable();
    }

    private async Task RunExclusivelyAsync(Func<Task> action)
    {
        await _gate.WaitAsync();
        try
        {
            await action();
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task<BoardLease> KeepAsync(Func<Task<BoardLease>> call)
    {
        var wasInDoubt = _isInDoubt;
        _isInDoubt = true;
        var lease = await call();
        if (wasInDoubt || lease.Watches != _watches.Values.Sum(people => people.Count))
        {
            lease = await standings.WatchAsync(
                observer, [.. _watches.SelectMany(board => board.Value.Keys.Select(user => new BoardWatch(board.Key, user)))], anew: true);
        }

        _isInDoubt = false;
        return lease;
    }

    // Whether it is the person's first connection.
    private bool Add(BoardKind board, string userId)
    {
        if (!_watches.TryGetValue(board, out var people))
        {
            _watches[board] = people = new Dictionary<string, int>(StringComparer.Ordinal);
            lock (_versions)
            {
                // What was sent before is nothing that somebody here still has.
                _versions.Remove(board);
            }
        }

        people[userId] = people.GetValueOrDefault(userId) + 1;
        return people[userId] == 1;
    }

    // Whether it was the person's last connection.
    private bool Remove(BoardKind board, string userId)
    {
        var people = _watches[board];
        if (--people[userId] > 0)
        {
            return false;
        }

        people.Remove(userId);
        if (people.Count == 0)
        {
            _watches.Remove(board);
        }

        return true;
    }

    private void Note(BoardLease lease, Action<BoardVersion> note)
    {
        lock (_versions)
        {
            foreach (var version in lease.Versions)
            {
                note(version);
            }
        }
    }

    // A version that is one ahead may still be in transit at one renewal, but not at the next one with the same version; two
    // ahead is always a gap.
    private IEnumerable<StandingsChange> MissedOf(BoardVersion now)
    {
        var (board, version) = (now.Board, now.Version);
        var ahead = version - _versions.GetValueOrDefault(board);
        if (ahead > 1 || (ahead == 1 && _renewedVersions.GetValueOrDefault(board) == version))
        {
            _versions[board] = version;
            yield return new StandingsChange(challengeId, board, version + Gap, 0, [], [], null);
        }

        _renewedVersions[board] = version;
    }

    private static BoardWatch MessageOf(PersonalWatch watch) => new(watch.Board.Board, watch.UserId);
}

/// <summary>One board of one challenge. As a string it is the name of the SignalR group of everybody who watches it.</summary>
public readonly record struct BoardKey(string ChallengeId, BoardKind Board)
{
    /// <inheritdoc />
    public override string ToString() => $"board:{ChallengeId}:{Board.Name()}";
}

/// <summary>
/// A person, or a wall without a user id, that watches a board. As a string it is the name of the SignalR group of the person's
/// connections that watch it.
/// </summary>
public readonly record struct PersonalWatch(BoardKey Board, string UserId)
{
    /// <summary>Whether a wall watches instead of a person.</summary>
    public bool IsOfWall => UserId.Length == 0;

    /// <inheritdoc />
    public override string ToString() => $"{Board}:{UserId}";
}
