using Microsoft.AspNetCore.Http.HttpResults;
using StretchChallenge.Server.Problems;
using StretchChallenge.Storage.Hosting;

namespace StretchChallenge.Server.Health;

/// <summary>Tells whoever watches the process how it is.</summary>
internal static partial class HealthEndpoints
{
    /// <summary>What all its addresses begin with.</summary>
    public const string Path = "/healthz";

    /// <summary>Maps <c>/healthz</c>.</summary>
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        var health = routes.MapGroup(Path).WithTags("Health").AllowAnonymous().DisableRateLimiting();
        health.MapGet("/live", Live)
            .WithSummary("Whether the process answers at all.");
        health.MapGet("/ready", ReadyAsync)
            .Refuses(ProblemType.Busy)
            .WithSummary("Whether the database answers with its schema up to date and takes check-ins.");
    }

    private static Ok<HealthStatus> Live() => TypedResults.Ok(new HealthStatus("live"));

    private static async Task<Results<Ok<HealthStatus>, ProblemHttpResult>> ReadyAsync(
        ILedgerProbe ledger,
        ILogger<HealthStatus> log,
        CancellationToken cancellationToken)
    {
        try
        {
            await ledger.CheckAsync(cancellationToken);
            return TypedResults.Ok(new HealthStatus("ready"));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // Whatever the reason, it is what this endpoint is there to tell.
            NotReady(log, exception);
            return Problem.Of(ProblemType.Busy, "The database does not answer, or takes no check-ins at the moment.");
        }
    }
}
