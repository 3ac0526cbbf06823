using StretchChallenge.Server.Problems;

namespace StretchChallenge.Server.Live;

/// <summary>
/// A server that stops takes no new live connection. It closes those it has, and whoever comes back at once would hold
/// it up until it is ended by force; they come back again, to another node or to the server that starts.
/// </summary>
internal sealed class StoppingGuard(RequestDelegate next, IHostApplicationLifetime lifetime)
{
    /// <summary>Goes on, or answers with a problem.</summary>
    public Task InvokeAsync(HttpContext context) =>
        context.Request.Path == LiveSetup.Path && lifetime.ApplicationStopping.IsCancellationRequested
            ? Problem.Of(ProblemType.NodeAbsent).ExecuteAsync(context)
            : next(context);
}
