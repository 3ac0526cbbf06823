using Orleans.Concurrency;
using StretchChallenge.Contracts.Users;

namespace StretchChallenge.Contracts.Teams;

/// <summary>One team (key: team id): a view of its members' days, folded into streak and points when it is read.</summary>
[Alias("ITeamGrain")]
public interface ITeamGrain : IGrainWithStringKey
{
    /// <summary>The team as it stands now; null where there is no such team.</summary>
    [ReadOnly, Alias("GetSnapshot")]
    Task<TeamSnapshot?> GetSnapshotAsync();

    /// <summary>The team's page as a person sees it who may see the team; null where there is no such team.</summary>
    [ReadOnly, Alias("GetDetails")]
    Task<TeamDetails?> GetDetailsAsync(string viewerId);

    /// <summary>Takes a member's days after a commit; idempotent.</summary>
    [Repeatable, Alias("DaysChanged")]
    Task DaysChangedAsync(PersonDays days);

    /// <summary>Reads one person again: their calendar, name or membership changed.</summary>
    [Repeatable, Alias("RefreshMember")]
    Task RefreshMemberAsync(string userId);

    /// <summary>Reads everything again: the challenge changed, or an announcement was lost.</summary>
    [Repeatable, Alias("Reload")]
    Task ReloadAsync();
}
