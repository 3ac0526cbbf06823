using System.Collections.Immutable;
using Orleans.Concurrency;
using StretchChallenge.Contracts.Users;
using StretchChallenge.Domain.Standings;

namespace StretchChallenge.Contracts.Standings;

/// <summary>The boards of one challenge (key: challenge id).</summary>
/// <remarks>
/// Notifications only mark what changed, so they interleave. They time out after 5 seconds, as those of
/// <see cref="StretchChallenge.Contracts.Teams.ITeamGrain" /> do.
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

    /// <summary>Replaces a participant's days after a commit; idempotent.</summary>
    [AlwaysInterleave, Repeatable, ResponseTimeout("00:00:05"), Alias("DaysChanged")]
    Task DaysChangedAsync(PersonDays days, CancellationToken cancellationToken = default);

    /// <summary>Reads one person again: their calendar, name, team or enrolment changed.</summary>
    [AlwaysInterleave, Repeatable, ResponseTimeout("00:00:05"), Alias("RefreshPerson")]
    Task RefreshPersonAsync(string userId, CancellationToken cancellationToken = default);

    /// <summary>Reads one team again: it is new, or its members changed.</summary>
    [AlwaysInterleave, Repeatable, ResponseTimeout("00:00:05"), Alias("RefreshTeam")]
    Task RefreshTeamAsync(string teamId, CancellationToken cancellationToken = default);

    /// <summary>Reads everything again: the challenge changed, or a notification was lost.</summary>
    [AlwaysInterleave, Repeatable, ResponseTimeout("00:00:05"), Alias("Reload")]
    Task ReloadAsync(CancellationToken cancellationToken = default);
}
