using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using StretchChallenge.Contracts.Challenges;
using StretchChallenge.Contracts.Refusals;
using StretchChallenge.Contracts.Standings;
using StretchChallenge.Domain.Standings;
using StretchChallenge.Server.Accounts;
using StretchChallenge.Server.Problems;

namespace StretchChallenge.Server.Standings;

/// <summary>The current boards of a challenge.</summary>
internal static class StandingsEndpoints
{
    private const int MaxRows = 200;

    /// <summary>Maps the boards of a challenge.</summary>
    public static void MapStandings(this RouteGroupBuilder api) =>
        api.MapGet("/challenges/{id}/standings/{board}", GetAsync).WithTags("Standings");

    private static async Task<Results<Ok<BoardSnapshot>, ProblemHttpResult>> GetAsync(
        string id, string board, ClaimsPrincipal caller, IGrainFactory grains, int top = 50)
    {
        var userId = caller.Id().Value;
        if (await grains.GetGrain<IChallengeGrain>(id).GetRoleAsync(userId) is null)
        {
            return Problem.Of(ChallengeRefusals.UnknownChallenge);
        }

        if (!BoardKinds.TryParse(board, out var kind))
        {
            return Problem.Of(ChallengeRefusals.UnknownBoard);
        }

        return top is >= 1 and <= MaxRows
            ? TypedResults.Ok(await grains.GetGrain<IStandingsGrain>(id).GetBoardAsync(kind, top, userId))
            : Problem.OfFields([FieldRefusals.NotAWholeNumber("top", 1, MaxRows)]);
    }
}
