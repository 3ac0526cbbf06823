using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using StretchChallenge.Contracts.Challenges;
using StretchChallenge.Contracts.Refusals;
using StretchChallenge.Domain;
using StretchChallenge.Server.Accounts;
using StretchChallenge.Server.Live.Walls;
using StretchChallenge.Server.Problems;
using StretchChallenge.Server.Security;
using StretchChallenge.Storage.Walls;

namespace StretchChallenge.Server.Walls;

/// <summary>A new wall.</summary>
/// <param name="Token">The secret part of its address, <c>/wall/{token}</c>; it is shown only once.</param>
public sealed record WallCreated(string Token);

/// <summary>Creating and revoking walls: public screens that show a challenge. Captains and organisers may do this.</summary>
internal static class WallEndpoints
{
    /// <summary>The maximum number of walls of one challenge.</summary>
    public const int MaxPerChallenge = 50;

    /// <summary>The header with the secret of a wall's address.</summary>
    public const string TokenHeader = "X-Wall-Token";

    /// <summary>Maps the walls of challenges. The answer contains a secret; an <c>Idempotency-Key</c> keeps it encrypted.</summary>
    public static void MapWalls(this RouteGroupBuilder api)
    {
        var walls = api.MapGroup("/challenges/{id}/walls").WithTags("Live breaks");
        walls.MapPost("", Add);
        walls.MapDelete("/{token}", Remove);
        api.MapGet("/walls/snapshot", Snapshot).WithTags("Live breaks").AllowAnonymous();
    }

    private static async Task<Results<Ok<WallCreated>, ProblemHttpResult>> Add(
        string id, ClaimsPrincipal caller, IGrainFactory grains, IWallStore walls, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await RefuseAsync(id, caller, grains) is { } refusal)
        {
            return refusal;
        }

        var token = Secret.Next();
        var wall = new WallRecord(Secret.HashOf(token), new ChallengeId(id), time.GetUtcNow());
        return await walls.AddAsync(wall, MaxPerChallenge, cancellationToken)
            ? TypedResults.Ok(new WallCreated(token))
            : Problem.Of(ChallengeRefusals.TooManyWalls(MaxPerChallenge));
    }

    // The same as the hub's answer to WatchWall, for networks that let no WebSocket through. The secret is in a header, because
    // addresses are logged.
    private static async Task<Results<Ok<WallView>, ProblemHttpResult>> Snapshot(
        [FromHeader(Name = TokenHeader)] string? token, WallPushService wallPushes, CancellationToken cancellationToken) =>
        await wallPushes.GetSnapshotAsync(token, cancellationToken) is { } view
            ? TypedResults.Ok(view)
            : Problem.Of(ChallengeRefusals.UnknownWall);

    private static async Task<Results<NoContent, ProblemHttpResult>> Remove(
        string id,
        string token,
        ClaimsPrincipal caller,
        IGrainFactory grains,
        IWallStore walls,
        WallPushService wallPushes,
        CancellationToken cancellationToken)
    {
        if (await RefuseAsync(id, caller, grains) is { } refusal)
        {
            return refusal;
        }

        if (!await walls.RemoveAsync(new ChallengeId(id), Secret.HashOf(token), cancellationToken))
        {
            return Problem.Of(ChallengeRefusals.UnknownWall);
        }

        await wallPushes.RefreshAsync(id);
        return TypedResults.NoContent();
    }

    private static async Task<ProblemHttpResult?> RefuseAsync(string id, ClaimsPrincipal caller, IGrainFactory grains) =>
        await grains.GetGrain<IChallengeGrain>(id).GetRoleAsync(caller.Id().Value) switch
        {
            null => Problem.Of(ChallengeRefusals.UnknownChallenge),
            ChallengeRole.Participant => Problem.Of(ChallengeRefusals.CaptainsSetUpWalls),
            _ => null,
        };
}
