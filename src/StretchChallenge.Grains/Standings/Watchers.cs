using System.Collections.Immutable;
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

    private readonly ObserverManager<IStandingsObserver> _leases = new(Lease, logger) { GetDateTime = () => time.GetUtcNow().UtcDateTime };
    private readonly Dictionary<IStandingsObserver, ImmutableArray<BoardWatch>> _watches = [];

    /// <summary>The boards that anybody watches.</summary>
    public IReadOnlySet<BoardKind> Boards => Living().Select(watch => watch.Board).ToHashSet();

    /// <summary>The people who watch, each with the board.</summary>
    public IReadOnlySet<(BoardKind Board, string UserId)> People =>
        Living().SelectMany(watch => watch.Users.Select(user => (watch.Board, user))).ToHashSet();

    /// <summary>Replaces what an observer watches; answers the boards that it did not watch before.</summary>
    public IReadOnlyCollection<BoardKind> Watch(IStandingsObserver observer, ImmutableArray<BoardWatch> watches)
    {
        ForgetTheSilent();
        var before = _watches.GetValueOrDefault(observer, []).Select(watch => watch.Board);
        _leases.Subscribe(observer, observer);
        _watches[observer] = watches;
        return [.. watches.Select(watch => watch.Board).Except(before)];
    }

    /// <summary>Ends everything that an observer watches.</summary>
    public void Unwatch(IStandingsObserver observer)
    {
        _leases.Unsubscribe(observer);
        _watches.Remove(observer);
    }

    /// <summary>Sends each server what is watched there.</summary>
    public async Task SendAsync(IReadOnlyCollection<StandingsChange> boards, IReadOnlyCollection<OwnRowChange> own)
    {
        ForgetTheSilent();
        foreach (var (observer, watches) in _watches)
        {
            var news = Select(watches, boards, own);
            if (!news.Boards.IsEmpty || !news.Own.IsEmpty)
            {
                await _leases.Notify(other => other.StandingsChangedAsync(news), observer.Equals);
            }
        }
    }

    private static StandingsNews Select(
        ImmutableArray<BoardWatch> watches, IReadOnlyCollection<StandingsChange> boards, IReadOnlyCollection<OwnRowChange> own)
    {
        var users = watches.ToDictionary(watch => watch.Board, watch => watch.Users.ToHashSet());
        return new StandingsNews(
            [.. boards.Where(change => users.ContainsKey(change.Board))],
            [.. own.Where(row => users.TryGetValue(row.Change.Board, out var people) && people.Contains(row.UserId))]);
    }

    private IEnumerable<BoardWatch> Living()
    {
        ForgetTheSilent();
        return _watches.Values.SelectMany(watches => watches);
    }

    private void ForgetTheSilent()
    {
        _leases.ClearExpired();
        if (_leases.Count == _watches.Count)
        {
            return;
        }

        foreach (var gone in _watches.Keys.Except(_leases).ToArray())
        {
            _watches.Remove(gone);
        }
    }
}
