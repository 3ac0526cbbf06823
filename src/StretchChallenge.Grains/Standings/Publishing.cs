using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Orleans.Utilities;
using StretchChallenge.Contracts.Standings;
using StretchChallenge.Domain.Standings;

namespace StretchChallenge.Grains.Standings;

/// <summary>The last published version of a board: what its watchers have, and what the next change applies to.</summary>
/// <param name="challengeId">The challenge.</param>
/// <param name="board">Which board.</param>
/// <param name="version">
/// The first version; higher than all versions of earlier activations, so that watchers notice the gap.
/// </param>
internal sealed class PublishedBoard(string challengeId, BoardKind board, long version)
{
    /// <summary>The version of these rows.</summary>
    public long Version { get; private set; } = version;

    /// <summary>The listed rows, best first.</summary>
    public ImmutableArray<BoardRow> Rows { get; private set; } = [];

    /// <summary>How many teams or people were on the board.</summary>
    public int Total { get; private set; }

    /// <summary>Publishes the board as it is now; returns the change from the version before, null when there is none.</summary>
    public StandingsChange? Publish(ImmutableArray<BoardRow> rows, int total)
    {
        var before = Rows.ToDictionary(row => row.Id, StringComparer.Ordinal);
        ImmutableArray<BoardRow> changed = [.. rows.Where(row => !before.Remove(row.Id, out var old) || old != row)];
        if (changed.IsEmpty && before.Count == 0 && total == Total)
        {
            return null;
        }

        (Rows, Total) = (rows, total);
        Version++;
        return new StandingsChange(challengeId, board, Version, total, changed, [.. before.Keys], null);
    }

    /// <summary>Skips one version, so that watchers without the current version notice a gap.</summary>
    public void Skip() => Version++;

    /// <summary>A change for one person alone, at the current version.</summary>
    public StandingsChange For(OwnRow own) => new(challengeId, board, Version, Total, [], [], own);
}

/// <summary>The servers that watch boards, each with a lease, and for which people.</summary>
internal sealed class BoardSubscriptions(TimeProvider time, ILogger logger)
{
    /// <summary>How long a subscription holds without renewal.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(90);

    private readonly ObserverManager<IStandingsObserver, Subscription> _servers =
        new(Lease, logger) { GetDateTime = () => time.GetUtcNow().UtcDateTime };

    /// <summary>The boards that anybody watches.</summary>
    public IReadOnlySet<BoardKind> Boards => Current().Select(watch => watch.Board).ToHashSet();

    /// <summary>The people who watch, with the board that each watches.</summary>
    public IReadOnlySet<(BoardKind Board, string UserId)> People =>
        Current().SelectMany(watch => watch.Users.Select(user => (watch.Board, user))).ToHashSet();

    /// <summary>Replaces what a server watches and renews its lease; returns the boards that it did not watch before.</summary>
    public IReadOnlyCollection<BoardKind> Watch(IStandingsObserver observer, ImmutableArray<BoardWatch> watches)
    {
        _servers.ClearExpired();
        var before = _servers.Observers.GetValueOrDefault(observer)?.Watches ?? [];
        _servers.Subscribe(observer, new Subscription(observer, watches));
        return [.. watches.Select(watch => watch.Board).Except(before.Select(watch => watch.Board))];
    }

    /// <summary>Ends everything that a server watches.</summary>
    public void Unwatch(IStandingsObserver observer) => _servers.Unsubscribe(observer);

    /// <summary>Sends each server the changes that it watches; a server that cannot be reached loses its subscription.</summary>
    public Task SendAsync(IReadOnlyCollection<StandingsChange> boards, IReadOnlyCollection<OwnRowChange> own) => _servers.Notify(server =>
    {
        var batch = Select(server.Watches, boards, own);
        return batch.Boards.IsEmpty && batch.Own.IsEmpty ? Task.CompletedTask : server.Observer.StandingsChangedAsync(batch);
    });

    private static StandingsBatch Select(
        ImmutableArray<BoardWatch> watches, IReadOnlyCollection<StandingsChange> boards, IReadOnlyCollection<OwnRowChange> own)
    {
        var users = watches.ToDictionary(watch => watch.Board, watch => watch.Users.ToHashSet());
        return new StandingsBatch(
            [.. boards.Where(change => users.ContainsKey(change.Board))],
            [.. own.Where(row => users.TryGetValue(row.Change.Board, out var people) && people.Contains(row.UserId))]);
    }

    private IEnumerable<BoardWatch> Current()
    {
        _servers.ClearExpired();
        return _servers.SelectMany(server => server.Watches);
    }

    private sealed record Subscription(IStandingsObserver Observer, ImmutableArray<BoardWatch> Watches);
}
