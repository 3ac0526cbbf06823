using StretchChallenge.Server.Live;
using StretchChallenge.Server.Problems;

namespace StretchChallenge.Server.Security;

/// <summary>
/// Refuses changes, and the live connection, to pages of other sites. It stands where an antiforgery token would: the
/// cookie alone must not be enough.
/// </summary>
internal sealed class OriginGuard(RequestDelegate next, Origins origins)
{
    /// <summary>Goes on, or answers with a problem.</summary>
    public Task InvokeAsync(HttpContext context) =>
        !IsGuarded(context.Request) || origins.IsOwn(context.Request)
            ? next(context)
            : Problem.Of(ProblemType.ForeignOrigin).ExecuteAsync(context);

    // A WebSocket handshake is a GET that no same-origin policy covers.
    private static bool IsGuarded(HttpRequest request) =>
        !(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method))
        || request.Path.StartsWithSegments(LiveSetup.Path);
}
