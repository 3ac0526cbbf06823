using StretchChallenge.Server.Health;
using StretchChallenge.Server.Problems;

namespace StretchChallenge.Server.Security;

/// <summary>Refuses requests for hosts that are not ours, so that no other site's name can lead here (DNS rebinding).</summary>
internal sealed class HostGuard(RequestDelegate next, AllowedHosts hosts)
{
    /// <summary>Goes on, or answers with a problem.</summary>
    /// <remarks>Whoever watches the process asks it by an address of the moment.</remarks>
    public Task InvokeAsync(HttpContext context) =>
        hosts.Allows(context.Request.Host) || context.Request.Path.StartsWithSegments(HealthEndpoints.Path)
            ? next(context)
            : Problem.Of(ProblemType.UnknownHost).ExecuteAsync(context);
}
