using Microsoft.Extensions.Options;
using StretchChallenge.Contracts.Refusals;
using StretchChallenge.Server.Hosting;
using StretchChallenge.Server.Live;
using StretchChallenge.Server.Problems;

namespace StretchChallenge.Server.Security;

/// <summary>Checks by the headers <c>Sec-Fetch-Site</c> and <c>Origin</c> that a request comes from one of our own pages.</summary>
/// <remarks>
/// Requests with neither header are allowed: they come from scripts, not from browsers that add cookies by themselves. The
/// scheme is not compared, since a proxy may terminate TLS; browsers report http to https as "cross-site" anyway.
/// </remarks>
public sealed class Origins(IOptions<ServerOptions> server)
{
    private readonly string? _publicAuthority = server.Value.PublicUrl is { } url ? AuthorityOf(url) : null;

    /// <summary>Whether the request comes from one of our own pages, or not from a page at all.</summary>
    public bool IsOwn(HttpRequest request) => IsOwnSite(request) && IsOwnOrigin(request);

    /// <summary>Whether this is the origin of one of our own pages, as the request reached them.</summary>
    public bool IsOwn(string? text, HttpRequest request) =>
        Uri.TryCreate(text, UriKind.Absolute, out var origin)
            && origin.Scheme is "http" or "https"
            && (Same(AuthorityOf(origin), HostOf(request)) || Same(AuthorityOf(origin), _publicAuthority) || Same(WithPort(origin), HostOf(request)));

    private static bool IsOwnSite(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"] is not { Count: > 0 } site || site.ToString() is "same-origin" or "none";

    private bool IsOwnOrigin(HttpRequest request) => request.Headers.Origin.Count == 0 || IsOwn(request.Headers.Origin, request);

    // Hosts of letters beyond ASCII are compared as browsers send them. ASP.NET Core gives the request's in letters.
    private static string HostOf(HttpRequest request) => request.Host.ToUriComponent();

    // IdnHost leaves out the brackets of an IPv6 address.
    private static string HostOf(Uri address) => address.HostNameType == UriHostNameType.Dns ? address.IdnHost : address.Host;

    private static string AuthorityOf(Uri address) => address.IsDefaultPort ? HostOf(address) : WithPort(address);

    private static string WithPort(Uri address) => $"{HostOf(address)}:{address.Port}";

    private static bool Same(string authority, string? other) => string.Equals(authority, other, StringComparison.OrdinalIgnoreCase);
}

/// <summary>
/// Refuses state changes, and the hub connection, to pages of other sites. It replaces antiforgery tokens.
/// </summary>
internal sealed class OriginGuard(RequestDelegate next, Origins origins, RefusedAddresses refused)
{
    /// <summary>Calls the next middleware, or answers with a problem.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        if (!IsGuarded(context.Request) || origins.IsOwn(context.Request))
        {
            return next(context);
        }

        refused.OriginRefused(context.Request);
        return Problem.Of(RequestRefusals.ForeignOrigin).ExecuteAsync(context);
    }

    // A WebSocket handshake is a GET that the same-origin policy does not cover.
    private static bool IsGuarded(HttpRequest request) =>
        !(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method))
        || request.Path.StartsWithSegments(LiveSetup.Path);
}
