using System.Collections.Immutable;
using StretchChallenge.Contracts.Standings;
using StretchChallenge.Domain.Standings;

namespace StretchChallenge.Server.Live;

/// <summary>The boards of one challenge that connections of this server watch, and the lease on the grain.</summary>
internal sealed class BoardSubscription(string challengeId, IStandingsGrain standings, IStandingsObserver observer)
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    // The number of connections for each watch.
    private readonly Dictionary<PersonalWatch, int> _counts = [];

    // By board: the version that was pushed last, and the version that the grain reported at the last renewal.
    private readonly Dictionary<BoardKind, long> _versions = [];
    private readonly Dictionary<BoardKind, long> _renewedVersions = [];

    /// <summary>The challenge's grain.</summary>
    public IStandingsGrain Standings => standings;

    /// <summary>Adds one connection's watch; the lease covers it when this returns.</summary>
    public Task AddAsync(PersonalWatch watch) => ChangeAsync(watch, +1);

    /// <summary>Removes one connection's watch.</summary>
    public Task RemoveAsync(PersonalWatch watch) => ChangeAsync(watch, -1);

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
        await _gate.WaitAsync();
        try
        {
            var watches = Watches();
            return watches.IsEmpty ? [] : Missed(watches, await standings.WatchAsync(observer, watches));
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task ChangeAsync(PersonalWatch watch, int by)
    {
        await _gate.WaitAsync();
        try
        {
            var before = _counts.GetValueOrDefault(watch);
            var after = before + by;
            if (after == 0)
            {
                _counts.Remove(watch);
            }
            else
            {
                _counts[watch] = after;
            }

            if (before == 0 || after == 0)
            {
                await LeaseAsync();
            }
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task LeaseAsync()
    {
        var watches = Watches();
        if (watches.IsEmpty)
        {
            await standings.UnwatchAsync(observer);
            return;
        }

        var versions = await standings.WatchAsync(observer, watches);
        lock (_versions)
        {
            for (var index = 0; index < watches.Length; index++)
            {
                _versions.TryAdd(watches[index].Board, versions[index]);
            }
        }
    }

    private ImmutableArray<BoardWatch> Watches() =>
        [.. _counts.Keys
            .GroupBy(watch => watch.Board.Board)
            .Select(board => new BoardWatch(board.Key, [.. board.Where(watch => !watch.IsOfWall).Select(watch => watch.UserId)]))];

    // A version that is one ahead may still be in transit at one renewal, but not at the next one with the same version; two
    // ahead is always a gap. The pushed change has a version two ahead, so that every client sees a gap and watches again.
    private ImmutableArray<StandingsChange> Missed(ImmutableArray<BoardWatch> watches, ImmutableArray<long> versions)
    {
        lock (_versions)
        {
            var missed = ImmutableArray.CreateBuilder<StandingsChange>();
            foreach (var (watch, version) in watches.Zip(versions))
            {
                var ahead = version - _versions.GetValueOrDefault(watch.Board);
                if (ahead > 1 || (ahead == 1 && _renewedVersions.GetValueOrDefault(watch.Board) == version))
                {
                    _versions[watch.Board] = version;
                    missed.Add(new StandingsChange(challengeId, watch.Board, version + 2, 0, [], [], null));
                }

                _renewedVersions[watch.Board] = version;
            }

            return missed.ToImmutable();
        }
    }
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
