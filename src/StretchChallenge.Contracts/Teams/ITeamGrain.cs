using Orleans.Concurrency;
using StretchChallenge.Contracts.Users;

namespace StretchChallenge.Contracts.Teams;

/// <summary>One team (key: team id): a view of its members' days, folded into streak and points when it is read.</summary>
/// <remarks>
/// Notifications time out after 5 seconds: the person whose check-in sends one must not wait for a team that hangs, and it is
/// sent again later.
/// </remarks>
[Alias("ITeamGrain")]
public interface ITeamGrain : IGrainWithStringKey
{
    /// <summary>The team as it stands now; null when the team does not exist.</summary>
    [ReadOnly, Alias("GetSnapshot")]
    Task<TeamSnapshot?> GetSnapshotAsync(CancellationToken cancellationToken = default);

    /// <summary>The team's page as <paramref name="viewerId" /> may see it (rule 21); null when the team does not exist.</summary>
    [ReadOnly, Alias("GetDetails")]
    Task<TeamDetails?> GetDetailsAsync(string viewerId, CancellationToken cancellationToken = default);

    /// <summary>Replaces a member's days after a commit; idempotent.</summary>
    [Repeatable, ResponseTimeout("00:00:05"), Alias("DaysChanged")]
    Task DaysChangedAsync(PersonDays days, CancellationToken cancellationToken = default);

    /// <summary>Reads one person again: their calendar, name or membership changed.</summary>
    [Repeatable, ResponseTimeout("00:00:05"), Alias("RefreshMember")]
    Task RefreshMemberAsync(string userId, CancellationToken cancellationToken = default);

    /// <summary>Reads everything again: the challenge changed, or a notification was lost.</summary>
    [Repeatable, ResponseTimeout("00:00:05"), Alias("Reload")]
    Task ReloadAsync(CancellationToken cancellationToken = default);
}
