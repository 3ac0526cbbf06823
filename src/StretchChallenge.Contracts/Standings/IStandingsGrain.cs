using System.Collections.Immutable;
using StretchChallenge.Contracts.Users;
using StretchChallenge.Domain.Standings;

namespace StretchChallenge.Contracts.Standings;

/// <summary>The boards of one challenge (key: challenge id).</summary>
[Alias("IStandingsGrain")]
public interface IStandingsGrain : IGrainWithStringKey
{
    /// <summary>
    /// A board as it stands now: the first <paramref name="top" /> rows, and the person's own row with five around.
    /// </summary>
    [Repeatable, Alias("GetBoard")]
    Task<BoardSnapshot> GetBoardAsync(BoardKind board, int top, string? userId);

    /// <summary>The rank of a team on a board of teams as it stands now; null where it is not ranked (rule 18).</summary>
    [Repeatable, Alias("GetTeamRank")]
    Task<int?> GetTeamRankAsync(BoardKind board, string teamId);

    /// <summary>The snapshot that a live watch starts from: the published rows, to which the next change adds.</summary>
    [Repeatable, Alias("GetPublished")]
    Task<BoardSnapshot> GetPublishedAsync(BoardKind board, string? userId);

    /// <summary>
    /// Sends changes to the observer until its lease ends. Replaces what it watched before, so that a renewal is
    /// the same call. Answers the version of each board watched, in the order given.
    /// </summary>
    [Repeatable, Alias("Watch")]
    Task<ImmutableArray<long>> WatchAsync(IStandingsObserver observer, ImmutableArray<BoardWatch> watches);

    /// <summary>Ends the observer's lease.</summary>
    [Repeatable, Alias("Unwatch")]
    Task UnwatchAsync(IStandingsObserver observer);

    /// <summary>Takes a participant's days after a commit; idempotent.</summary>
    [Repeatable, Alias("DaysChanged")]
    Task DaysChangedAsync(PersonDays days);

    /// <summary>Reads one person again: their calendar, name, team or enrolment changed.</summary>
    [Repeatable, Alias("RefreshPerson")]
    Task RefreshPersonAsync(string userId);

    /// <summary>Reads one team again: it is new, or its members changed.</summary>
    [Repeatable, Alias("RefreshTeam")]
    Task RefreshTeamAsync(string teamId);

    /// <summary>Reads everything again: the challenge changed, or an announcement was lost.</summary>
    [Repeatable, Alias("Reload")]
    Task ReloadAsync();
}
