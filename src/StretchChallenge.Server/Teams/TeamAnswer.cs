using System.Collections.Immutable;
using StretchChallenge.Contracts.Teams;
using StretchChallenge.Domain;

namespace StretchChallenge.Server.Teams;

/// <summary>A team's page.</summary>
/// <param name="Id">The team.</param>
/// <param name="Name">Its name.</param>
/// <param name="ChallengeId">Its challenge.</param>
/// <param name="Role">The role in the challenge of whoever asks.</param>
/// <param name="Rank">Its rank on the board of team streaks; null where it is not ranked (rule 18).</param>
/// <param name="Members">The current members who chose to be named, and whoever asks.</param>
/// <param name="OthersCount">How many current members there are besides.</param>
/// <param name="Today">How many are done today, and of how many due; null for teams of fewer than 5 (rule 21).</param>
/// <param name="DoneToday">The names of those done today who chose to be named.</param>
/// <param name="Threshold">Percent of the due members who keep the streak (rule 17).</param>
/// <param name="Streak">Consecutive team days that reached it.</param>
/// <param name="Best">The longest such streak.</param>
/// <param name="MicroPoints">Points in millionths (rule 16).</param>
/// <param name="Days">The team days of the challenge, in order.</param>
public sealed record TeamAnswer(
    string Id,
    string Name,
    string ChallengeId,
    ChallengeRole Role,
    int? Rank,
    ImmutableArray<TeamMate> Members,
    int OthersCount,
    TeamToday Today,
    ImmutableArray<string> DoneToday,
    int Threshold,
    int Streak,
    int Best,
    long MicroPoints,
    ImmutableArray<TeamDate> Days)
{
    /// <summary>The page of a team for somebody of this role, with its rank.</summary>
    public static TeamAnswer Of(TeamDetails team, ChallengeRole role, int? rank) => new(
        team.Id,
        team.Name,
        team.ChallengeId,
        role,
        rank,
        team.Members,
        team.OthersCount,
        team.Today,
        team.DoneToday,
        team.Threshold,
        team.Streak,
        team.Best,
        team.MicroPoints,
        team.Days);
}
