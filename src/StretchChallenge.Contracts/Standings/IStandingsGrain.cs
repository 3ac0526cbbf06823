using System.Collections.Immutable;
using Orleans.Concurrency;
using StretchChallenge.Contracts.Users;
using StretchChallenge.Domain.Standings;

namespace StretchChallenge.Contracts.Standings;

/// <summary>The boards of one challenge (key: challenge id).</summary>
/// <remarks>
/// A view of the database: every read first takes what the challenge's change feed has besides, and so does a watched board every
/// two seconds. Hints only make it faster.
/// </remarks>
[Alias("IStandingsGrain")]
public interface IStandingsGrain : IGrainWithStringKey
{
    /// <summary>
    /// The board now: the first <paramref name="top" /> rows, and the person's own row with the five above and below it.
    /// </summary>
    [Repeatable, Alias("GetBoard")]
    Task<BoardSnapshot> GetBoardAsync(BoardKind board, int top, string? userId, CancellationToken cancellationToken = default);

    /// <summary>The rank of a team on a team board now; null when it is not ranked (rule 18).</summary>
    [Repeatable, Alias("GetTeamRank")]
    Task<int?> GetTeamRankAsync(BoardKind board, string teamId, CancellationToken cancellationToken = default);

    /// <summary>The published board, from which a live subscription starts; the next change applies to it.</summary>
    [Repeatable, Alias("GetPublished")]
    Task<BoardSnapshot> GetPublishedAsync(BoardKind board, string? userId, CancellationToken cancellationToken = default);

    /// <summary>
    /// Sends changes to the observer until its lease ends. Replaces what it watched before; a renewal is the same call.
    /// Returns the version of each board watched, in the order given.
    /// </summary>
    [Repeatable, Alias("Watch")]
    Task<ImmutableArray<long>> WatchAsync(IStandingsObserver observer, ImmutableArray<BoardWatch> watches, CancellationToken cancellationToken = default);

    /// <summary>Ends the observer's lease.</summary>
    [Repeatable, ResponseTimeout("00:00:10"), Alias("Unwatch")]
    Task UnwatchAsync(IStandingsObserver observer, CancellationToken cancellationToken = default);

    /// <summary>A hint that a participant's days changed, sent after the commit. Nobody waits for it; it may be lost.</summary>
    /// <param name="number">The number of the change in the challenge's feed.</param>
    /// <param name="days">The days.</param>
    [OneWay, AlwaysInterleave, Alias("DaysChanged")]
    Task DaysChangedAsync(long number, PersonDays days);

    /// <summary>A hint that something else changed in the challenge's feed. Nobody waits for it; it may be lost.</summary>
    [OneWay, AlwaysInterleave, Alias("Changed")]
    Task ChangedAsync();
}
