using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using StretchChallenge.Contracts.Challenges;
using StretchChallenge.Contracts.Standings;
using StretchChallenge.Contracts.Teams;
using StretchChallenge.Domain.Standings;
using StretchChallenge.Server.Accounts;
using StretchChallenge.Server.Problems;

namespace StretchChallenge.Server.Teams;

/// <summary>The pages of teams.</summary>
internal static class TeamsSetup
{
    /// <summary>Maps <c>GET /api/teams/{id}</c>.</summary>
    public static void MapTeams(this RouteGroupBuilder api) =>
        api.MapGet("/teams/{id}", GetAsync).WithTags("Challenges and teams");

    // Whether a team exists that is not theirs to see is nobody's business: both are the same answer.
    private static async Task<Results<Ok<TeamAnswer>, ProblemHttpResult>> GetAsync(
        string id, ClaimsPrincipal caller, IGrainFactory grains)
    {
        var userId = caller.Id().Value;
        if (await grains.GetGrain<ITeamGrain>(id).GetDetailsAsync(userId) is not { } team
            || await grains.GetGrain<IChallengeGrain>(team.ChallengeId).GetRoleAsync(userId) is not { } role)
        {
            return Problem.Of(ProblemType.NotFound with { Code = "unknown-team" }, "You are in no challenge that has a team with this id.");
        }

        var rank = await grains.GetGrain<IStandingsGrain>(team.ChallengeId).GetTeamRankAsync(BoardKind.TeamStreak, id);
        return TypedResults.Ok(TeamAnswer.Of(team, role, rank));
    }
}
