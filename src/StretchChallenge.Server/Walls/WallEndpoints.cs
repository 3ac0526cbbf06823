using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using StretchChallenge.Contracts.Challenges;
using StretchChallenge.Domain;
using StretchChallenge.Server.Accounts;
using StretchChallenge.Server.Challenges;
using StretchChallenge.Server.Live.Walls;
using StretchChallenge.Server.Problems;
using StretchChallenge.Server.Security;
using StretchChallenge.Storage.Walls;

namespace StretchChallenge.Server.Walls;

/// <summary>Setting up walls and revoking them; for captains and organisers.</summary>
internal static class WallEndpoints
{
    /// <summary>The most walls of one challenge.</summary>
    public const int Most = 50;

    private static readonly ProblemType UnknownWall = ProblemType.NotFound with { Code = "unknown-wall" };
    private static readonly ProblemType TooManyWalls = ProblemType.Conflict with { Code = "too-many-walls" };

    public static async Task<Results<Ok<WallCreated>, ProblemHttpResult>> Add(
        string id, ClaimsPrincipal caller, IGrainFactory grains, IWallStore walls, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await RefuseAsync(id, caller, grains) is { } refusal)
        {
            return refusal;
        }

        var token = Secret.Next();
        var wall = new WallRecord(Secret.HashOf(token), new ChallengeId(id), time.GetUtcNow());
        return await walls.AddAsync(wall, Most, cancellationToken)
            ? TypedResults.Ok(new WallCreated(token))
            : Problem.Of(TooManyWalls, $"A challenge has at most {Most} walls. Take one down first.");
    }

    public static async Task<Results<NoContent, ProblemHttpResult>> Remove(
        string id,
        string token,
        ClaimsPrincipal caller,
        IGrainFactory grains,
        IWallStore walls,
        WallRelay relay,
        CancellationToken cancellationToken)
    {
        if (await RefuseAsync(id, caller, grains) is { } refusal)
        {
            return refusal;
        }

        if (!await walls.RemoveAsync(new ChallengeId(id), Secret.HashOf(token), cancellationToken))
        {
            return Problem.Of(UnknownWall, "The challenge has no such wall, or not any more.");
        }

        await relay.RefreshAsync(id);
        return TypedResults.NoContent();
    }

    private static async Task<ProblemHttpResult?> RefuseAsync(string id, ClaimsPrincipal caller, IGrainFactory grains) =>
        await grains.GetGrain<IChallengeGrain>(id).GetRoleAsync(caller.Id().Value) switch
        {
            null => ChallengeProblems.NotIn(),
            ChallengeRole.Participant => Problem.Of(ProblemType.Forbidden, "A captain or an organiser sets up walls."),
            _ => null,
        };
}
