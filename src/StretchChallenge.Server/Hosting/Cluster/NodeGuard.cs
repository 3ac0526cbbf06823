using StretchChallenge.Server.Health;
using StretchChallenge.Server.Problems;

namespace StretchChallenge.Server.Hosting.Cluster;

/// <summary>A node that runs grains alone answers health checks, and serves nobody.</summary>
internal sealed class NodeGuard(RequestDelegate next, NodeOptions node)
{
    /// <summary>Goes on, or answers with a problem.</summary>
    public Task InvokeAsync(HttpContext context) =>
        node.Role != NodeRole.Silo || context.Request.Path.StartsWithSegments(HealthEndpoints.Path)
            ? next(context)
            : Problem.Of(ProblemType.NotFound, "This node of the cluster serves no pages. Ask one whose Cluster:Role is all or web.")
                .ExecuteAsync(context);
}
