using Microsoft.AspNetCore.Http.HttpResults;

namespace StretchChallenge.Server.Health;

/// <summary>Tells whoever watches the process how it is.</summary>
internal static class HealthEndpoints
{
    /// <summary>Maps <c>/healthz</c>.</summary>
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        var health = routes.MapGroup("/healthz").WithTags("Health").AllowAnonymous();
        health.MapGet("/live", Live).WithSummary("Whether the process answers at all.");
    }

    private static Ok<HealthStatus> Live() => TypedResults.Ok(new HealthStatus("live"));
}
