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

    /// <summary>How many took part on each day, for organisers (rule 21).</summary>
    [Repeatable, Alias("GetParticipation")]
    Task<ParticipationReport> GetParticipationAsync(CancellationToken cancellationToken = default);

    /// <summary>The published board, from which a live subscription starts; the next change applies to it.</summary>
    [Repeatable, Alias("GetPublished")]
    Task<BoardSnapshot> GetPublishedAsync(BoardKind board, string? userId, CancellationToken cancellationToken = default);

    /// <summary>The person's own row as it is published, with the five listed ones above and below it; null when they have none.</summary>
    [Repeatable, Alias("GetAround")]
    Task<OwnRow?> GetAroundAsync(BoardKind board, string userId, CancellationToken cancellationToken = default);

    /// <summary>Sends changes of more boards, or to more people, to the observer until its lease ends; renews the lease.</summary>
    /// <param name="observer">The server.</param>
    /// <param name="watches">What it watches from now on.</param>
    /// <param name="anew">Whether these replace all its earlier watches.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    [Repeatable, Alias("Watch")]
    Task<BoardLease> WatchAsync(
        IStandingsObserver observer, ImmutableArray<BoardWatch> watches, bool anew, CancellationToken cancellationToken = default);

    /// <summary>Ends some of the observer's watches.</summary>
    [Repeatable, ResponseTimeout("00:00:10"), Alias("Unwatch")]
    Task UnwatchAsync(IStandingsObserver observer, ImmutableArray<BoardWatch> watches, CancellationToken cancellationToken = default);

    /// <summary>Renews the observer's lease, if there is one still.</summary>
    [Repeatable, ResponseTimeout("00:00:10"), Alias("Renew")]
    Task<BoardLease> RenewAsync(IStandingsObserver observer, CancellationToken cancellationToken = default);

    /// <summary>A hint that a participant's days changed, sent after the commit. Nobody waits for it; it may be lost.</summary>
    /// <param name="number">The number of the change in the challenge's feed.</param>
    /// <param name="days">The days.</param>
    [OneWay, AlwaysInterleave, Alias("DaysChanged")]
    Task DaysChangedAsync(long number, PersonDays days);

    /// <summary>A hint that something else changed in the challenge's feed. Nobody waits for it; it may be lost.</summary>
    [OneWay, AlwaysInterleave, Alias("Changed")]
    Task ChangedAsync();
}
