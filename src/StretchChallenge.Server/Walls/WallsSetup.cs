namespace StretchChallenge.Server.Walls;

/// <summary>Walls: screens that show a challenge to whoever passes by.</summary>
internal static class WallsSetup
{
    /// <summary>Maps the walls of challenges. The answer holds a secret, and is kept for no <c>Idempotency-Key</c> in clear.</summary>
    public static void MapWalls(this RouteGroupBuilder api)
    {
        var walls = api.MapGroup("/challenges/{id}/walls").WithTags("Live breaks");
        walls.MapPost("", WallEndpoints.Add);
        walls.MapDelete("/{token}", WallEndpoints.Remove);
    }
}
