using Microsoft.Extensions.Logging;
using Orleans.Utilities;
using StretchChallenge.Contracts.Standings;
using StretchChallenge.Domain.Standings;

namespace StretchChallenge.Grains.Standings;

/// <summary>Which servers watch which boards, and for whom, each with a lease.</summary>
internal sealed class Watchers(TimeProvider time, ILogger logger)
{
    /// <summary>How long a watch holds without renewal.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(90);

    private readonly Dictionary<BoardKind, ObserverManager<IStandingsObserver>> _boards = [];
    private readonly Dictionary<(BoardKind Board, string UserId), ObserverManager<IStandingsObserver>> _people = [];

    /// <summary>The boards that anybody watches.</summary>
    public IReadOnlyCollection<BoardKind> Boards => Living(_boards);

    /// <summary>The people who watch, each with the board.</summary>
    public IReadOnlyCollection<(BoardKind Board, string UserId)> People => Living(_people);

    /// <summary>Replaces what an observer watches; answers the boards that it did not watch before.</summary>
    public IReadOnlyCollection<BoardKind> Watch(IStandingsObserver observer, IReadOnlyCollection<BoardWatch> watches)
    {
        var people = watches.SelectMany(watch => watch.Users.Select(user => (watch.Board, user))).ToHashSet();
        Renew(_people, observer, people);
        return Renew(_boards, observer, watches.Select(watch => watch.Board).ToHashSet());
    }

    /// <summary>Ends everything that an observer watches.</summary>
    public void Unwatch(IStandingsObserver observer) => Watch(observer, []);

    /// <summary>Sends a change to all who watch its board.</summary>
    public Task SendAsync(StandingsChange change) =>
        _boards[change.Board].Notify(observer => observer.StandingsChangedAsync(change));

    /// <summary>Sends a person their own row.</summary>
    public Task SendAsync(string userId, StandingsChange change) =>
        _people[(change.Board, userId)].Notify(observer => observer.OwnRowChangedAsync(userId, change));

    private List<TKey> Renew<TKey>(
        Dictionary<TKey, ObserverManager<IStandingsObserver>> leases, IStandingsObserver observer, HashSet<TKey> watched)
        where TKey : notnull
    {
        foreach (var (_, observers) in leases.Where(lease => !watched.Contains(lease.Key)))
        {
            observers.Unsubscribe(observer);
        }

        var added = new List<TKey>();
        foreach (var key in watched)
        {
            if (!leases.TryGetValue(key, out var observers))
            {
                leases[key] = observers = new(Lease, logger) { GetDateTime = () => time.GetUtcNow().UtcDateTime };
            }

            observers.ClearExpired();
            var before = observers.Count;
            observers.Subscribe(observer, observer);
            if (observers.Count > before)
            {
                added.Add(key);
            }
        }

        return added;
    }

    private static Dictionary<TKey, ObserverManager<IStandingsObserver>>.KeyCollection Living<TKey>(
        Dictionary<TKey, ObserverManager<IStandingsObserver>> leases)
        where TKey : notnull
    {
        foreach (var (key, observers) in leases)
        {
            observers.ClearExpired();
            if (observers.Count == 0)
            {
                leases.Remove(key);
            }
        }

        return leases.Keys;
    }
}
