using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Orleans.Utilities;
using StretchChallenge.Contracts.Standings;
using StretchChallenge.Domain.Standings;

namespace StretchChallenge.Grains.Standings;

/// <summary>The servers that watch boards, each with a lease, and for which people.</summary>
internal sealed class BoardSubscriptions(TimeProvider time, ILogger logger)
{
    /// <summary>How long a subscription holds without renewal.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(90);

    private readonly ObserverManager<IStandingsObserver, WatchingServer> _servers =
        new(Lease, logger) { GetDateTime = () => time.GetUtcNow().UtcDateTime };

    /// <summary>The boards that anybody watches.</summary>
    public IReadOnlySet<BoardKind> Boards
    {
        get
        {
            _servers.ClearExpired();
            return _servers.SelectMany(server => server.Boards).ToHashSet();
        }
    }

    /// <summary>What a server watches, null when its lease has ended; renews the lease.</summary>
    public WatchingServer? Renew(IStandingsObserver observer)
    {
        _servers.ClearExpired();
        if (_servers.Observers.GetValueOrDefault(observer) is not { } server)
        {
            return null;
        }

        _servers.Subscribe(observer, server);
        return server;
    }

    /// <summary>Begins or renews a server's lease.</summary>
    /// <param name="observer">The server.</param>
    /// <param name="anew">Whether its earlier watches end.</param>
    public WatchingServer Begin(IStandingsObserver observer, bool anew)
    {
        var server = anew ? null : Renew(observer);
        if (server is null)
        {
            server = new WatchingServer(observer);
            _servers.Subscribe(observer, server);
        }

        return server;
    }

    /// <summary>Ends some of a server's watches, and with the last one its lease.</summary>
    public void Remove(IStandingsObserver observer, ImmutableArray<BoardWatch> watches)
    {
        if (_servers.Observers.GetValueOrDefault(observer) is { } server && server.Remove(watches) == 0)
        {
            _servers.Unsubscribe(observer);
        }
    }

    /// <summary>Sends each server the changes that it watches; a server that cannot be reached loses its subscription.</summary>
    /// <param name="boards">The changes of the boards.</param>
    /// <param name="own">The change of a watcher's own row since what they were sent.</param>
    public Task SendAsync(IReadOnlyCollection<StandingsChange> boards, Func<BoardKind, string, BoardRow?, OwnRowChange?> own) => _servers.Notify(server =>
    {
        var batch = new StandingsBatch([.. boards.Where(change => server.Boards.Contains(change.Board))], server.TakeOwnChanges(own));
        return batch.Boards.IsEmpty && batch.Own.IsEmpty ? Task.CompletedTask : server.Observer.StandingsChangedAsync(batch);
    });
}

/// <summary>A server that watches boards, and the own rows that were sent to the people who watch through it.</summary>
internal sealed class WatchingServer(IStandingsObserver observer)
{
    private readonly Dictionary<BoardKind, Dictionary<string, BoardRow?>> _sent = [];

    /// <summary>The server.</summary>
    public IStandingsObserver Observer => observer;

    /// <summary>The boards that it watches.</summary>
    public IReadOnlyCollection<BoardKind> Boards => _sent.Keys;

    /// <summary>How many watches it has.</summary>
    public int Watches => _sent.Values.Sum(people => people.Count);

    /// <summary>Adds a watch, or notes the own row that the person sees when it begins.</summary>
    public void Add(BoardWatch watch, BoardRow? own)
    {
        if (!_sent.TryGetValue(watch.Board, out var people))
        {
            _sent[watch.Board] = people = new Dictionary<string, BoardRow?>(StringComparer.Ordinal);
        }

        people[watch.UserId] = people.GetValueOrDefault(watch.UserId) ?? own;
    }

    /// <summary>Ends watches; returns how many are left.</summary>
    public int Remove(ImmutableArray<BoardWatch> watches)
    {
        foreach (var watch in watches)
        {
            if (_sent.TryGetValue(watch.Board, out var people) && people.Remove(watch.UserId) && people.Count == 0)
            {
                _sent.Remove(watch.Board);
            }
        }

        return Watches;
    }

    /// <summary>The changes of own rows, which count as sent.</summary>
    public ImmutableArray<OwnRowChange> TakeOwnChanges(Func<BoardKind, string, BoardRow?, OwnRowChange?> changeOf)
    {
        var changes = ImmutableArray.CreateBuilder<OwnRowChange>();
        foreach (var (board, people) in _sent)
        {
            foreach (var (userId, sent) in people)
            {
                if (changeOf(board, userId, sent) is { } change)
                {
                    people[userId] = change.Row;
                    changes.Add(change);
                }
            }
        }

        return changes.DrainToImmutable();
    }
}
