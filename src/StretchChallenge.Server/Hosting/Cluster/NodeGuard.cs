using StretchChallenge.Contracts.Refusals;
using StretchChallenge.Server.Health;
using StretchChallenge.Server.Problems;

namespace StretchChallenge.Server.Hosting.Cluster;

/// <summary>Answers 404 to everything but health checks on a node with <see cref="NodeRole.Silo" />.</summary>
internal sealed class NodeGuard(RequestDelegate next, NodeOptions node)
{
    /// <summary>Calls the next middleware, or answers with a problem.</summary>
    public Task InvokeAsync(HttpContext context) =>
        node.Role != NodeRole.Silo || context.Request.Path.StartsWithSegments(HealthEndpoints.Path)
            ? next(context)
            : Problem.Of(RequestRefusals.NotAWebNode).ExecuteAsync(context);
}
