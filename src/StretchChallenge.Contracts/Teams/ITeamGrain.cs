using Orleans.Concurrency;

namespace StretchChallenge.Contracts.Teams;

/// <summary>
/// One team (key: team id): a view of the database, folded into streak and points when it is read. Nobody tells it anything: every
/// read first takes what the challenge's change feed has besides.
/// </summary>
[Alias("ITeamGrain")]
public interface ITeamGrain : IGrainWithStringKey
{
    /// <summary>The team as it stands now; null when the team does not exist.</summary>
    [ReadOnly, Alias("GetSnapshot")]
    Task<TeamSnapshot?> GetSnapshotAsync(CancellationToken cancellationToken = default);

    /// <summary>The team's page as <paramref name="viewerId" /> may see it (rule 21); null when the team does not exist.</summary>
    [ReadOnly, Alias("GetDetails")]
    Task<TeamDetails?> GetDetailsAsync(string viewerId, CancellationToken cancellationToken = default);

    /// <summary>The team mates of a current member; null for everybody else, and when the team does not exist.</summary>
    [ReadOnly, Alias("GetMates")]
    Task<TeamMates?> GetMatesAsync(string memberId, CancellationToken cancellationToken = default);

    /// <summary>The team's latest milestones as a current member sees them; null for everybody else.</summary>
    [ReadOnly, Alias("GetMoments")]
    Task<TeamMoments?> GetMomentsAsync(string memberId, CancellationToken cancellationToken = default);
}
