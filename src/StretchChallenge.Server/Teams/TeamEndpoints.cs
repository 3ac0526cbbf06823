using System.Collections.Immutable;
using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using StretchChallenge.Contracts.Challenges;
using StretchChallenge.Contracts.Refusals;
using StretchChallenge.Contracts.Standings;
using StretchChallenge.Contracts.Teams;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Standings;
using StretchChallenge.Server.Accounts;
using StretchChallenge.Server.Problems;

namespace StretchChallenge.Server.Teams;

/// <summary>A team's page.</summary>
/// <param name="Id">The team.</param>
/// <param name="Name">The team's name.</param>
/// <param name="ChallengeId">The challenge of the team.</param>
/// <param name="Role">The caller's role in the challenge.</param>
/// <param name="Rank">The rank on the board of team streaks, or null if the team is not ranked (rule 18).</param>
/// <param name="Members">The current members who chose to be named, and the caller.</param>
/// <param name="OthersCount">The number of all other current members.</param>
/// <param name="Today">How many members are done today, and how many more the goal needs (rule 21).</param>
/// <param name="DoneToday">The names of the members who are done today and chose to be named.</param>
/// <param name="Threshold">The percentage of due members that continues the streak (rule 17).</param>
/// <param name="Streak">The number of consecutive team days that reached the threshold.</param>
/// <param name="Best">The longest streak.</param>
/// <param name="Points">Points in whole numbers (rule 16).</param>
/// <param name="Days">The team days of the challenge, in order.</param>
public sealed record TeamAnswer(
    string Id,
    string Name,
    string ChallengeId,
    ChallengeRole Role,
    int? Rank,
    ImmutableArray<TeamMemberView> Members,
    int OthersCount,
    TeamToday Today,
    ImmutableArray<string> DoneToday,
    int Threshold,
    int Streak,
    int Best,
    long Points,
    ImmutableArray<TeamDate> Days)
{
    /// <summary>The page of a team for a caller with this role.</summary>
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
        team.Points,
        team.Days);
}

/// <summary>The pages of teams.</summary>
internal static class TeamEndpoints
{
    /// <summary>Adds what reads nudges.</summary>
    public static void AddTeams(this WebApplicationBuilder builder) => builder.Services.AddSingleton<ReceivedNudges>();

    /// <summary>Maps <c>/api/teams</c>.</summary>
    public static void MapTeams(this RouteGroupBuilder api)
    {
        api.MapGet("/teams/{id}", GetAsync).WithTags("Challenges and teams");
        api.MapNudges();
        api.MapMoments();
    }

    // An unknown team and one that the caller may not see give the same answer, so that ids cannot be probed.
    private static async Task<Results<Ok<TeamAnswer>, ProblemHttpResult>> GetAsync(
        string id, ClaimsPrincipal caller, IGrainFactory grains)
    {
        var userId = caller.Id().Value;
        if (await grains.GetGrain<ITeamGrain>(id).GetDetailsAsync(userId) is not { } team
            || await grains.GetGrain<IChallengeGrain>(team.ChallengeId).GetRoleAsync(userId) is not { } role)
        {
            return Problem.Of(ChallengeRefusals.UnknownTeam);
        }

        var rank = await grains.GetGrain<IStandingsGrain>(team.ChallengeId).GetTeamRankAsync(BoardKind.TeamStreak, id);
        return TypedResults.Ok(TeamAnswer.Of(team, role, rank));
    }
}
