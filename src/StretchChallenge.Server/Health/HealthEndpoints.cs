using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using StretchChallenge.Contracts.Outcomes;
using StretchChallenge.Contracts.Refusals;
using StretchChallenge.Server.Hosting.Cluster;
using StretchChallenge.Server.Problems;

namespace StretchChallenge.Server.Health;

/// <summary>What a health check answers when all is well.</summary>
/// <param name="Status"><c>live</c> or <c>ready</c>.</param>
/// <param name="ClockSkewMs">
/// By how many milliseconds the node's clock is ahead of the database's, where that is more than 250 ms either way.
/// </param>
public sealed record HealthStatus(
    string Status, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] long? ClockSkewMs = null);

/// <summary>Liveness and readiness over ASP.NET Core's health checks.</summary>
/// <remarks>
/// The endpoints are mapped by hand instead of by <c>MapHealthChecks</c>, so that they are part of the API document and
/// answer failures as problems, like every other endpoint. The framework logs a failed check with its exception.
/// </remarks>
internal static class HealthEndpoints
{
    /// <summary>The common prefix of the health paths.</summary>
    public const string Path = "/healthz";

    /// <summary>Adds the checks of the database and of the node's place in the cluster.</summary>
    public static void AddHealth(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ClockSkewMonitor>();
        builder.Services.AddHostedService(services => services.GetRequiredService<ClockSkewMonitor>());
        var checks = builder.Services.AddHealthChecks().AddCheck<LedgerHealthCheck>("database").AddCheck<ClockSkewMonitor>("clock");
        if (NodeOptions.Read(builder.Configuration).Role == NodeRole.Web)
        {
            builder.Services.AddSingleton<ClusterConnectionHealthCheck>();
            builder.Services.AddSingleton<IClusterConnectionStatusObserver>(services => services.GetRequiredService<ClusterConnectionHealthCheck>());
            checks.AddCheck<ClusterConnectionHealthCheck>("cluster");
        }
        else
        {
            checks.AddCheck<SiloHealthCheck>("silo");
        }
    }

    /// <summary>Maps <c>/healthz/live</c> and <c>/healthz/ready</c>.</summary>
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        var health = routes.MapGroup(Path).WithTags("Health").AllowAnonymous().DisableRateLimiting();
        health.MapGet("/live", Live)
            .WithSummary("Whether the process answers at all.");
        health.MapGet("/ready", ReadyAsync)
            .ProducesProblems(RefusalKind.Busy)
            .WithSummary("Whether the database answers with its schema up to date and takes check-ins, and the node is in its cluster.");
    }

    private static Ok<HealthStatus> Live() => TypedResults.Ok(new HealthStatus("live"));

    // The problem does not repeat the checks' descriptions: an exception's message may contain a connection string.
    private static async Task<Results<Ok<HealthStatus>, ProblemHttpResult>> ReadyAsync(
        HealthCheckService checks, ClockSkewMonitor clock, CancellationToken cancellationToken)
    {
        var report = await checks.CheckHealthAsync(cancellationToken);
        return report.Status != Microsoft.Extensions.Diagnostics.HealthChecks.HealthStatus.Unhealthy
            ? TypedResults.Ok(new HealthStatus("ready", clock.ReportedMs))
            : Problem.Of(RequestRefusals.NotReady);
    }
}
