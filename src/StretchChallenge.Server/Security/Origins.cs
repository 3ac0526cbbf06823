using Microsoft.Extensions.Options;
using StretchChallenge.Server.Hosting;

namespace StretchChallenge.Server.Security;

/// <summary>Judges where a request comes from, by what the browser says of it.</summary>
/// <remarks>
/// A script, which sends neither header, carries its cookie knowingly and is let through. The scheme is not compared: a
/// proxy may end TLS, and a browser calls http to https "cross-site" itself.
/// </remarks>
public sealed class Origins(IOptions<ServerOptions> server)
{
    private readonly string? _publicAuthority = server.Value.PublicUrl?.Authority;

    /// <summary>Whether the request comes from one of our own pages, or from no page at all.</summary>
    public bool IsOwn(HttpRequest request) => IsOwnSite(request) && IsOwnOrigin(request);

    private static bool IsOwnSite(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"] is not { Count: > 0 } site || site.ToString() is "same-origin" or "none";

    private bool IsOwnOrigin(HttpRequest request)
    {
        if (request.Headers.Origin.Count == 0)
        {
            return true;
        }

        return Uri.TryCreate(request.Headers.Origin, UriKind.Absolute, out var origin)
            && origin.Scheme is "http" or "https"
            && (Same(origin.Authority, request.Host.Value) || Same(origin.Authority, _publicAuthority) || Same(WithPort(origin), request.Host.Value));
    }

    private static string WithPort(Uri origin) => $"{origin.Host}:{origin.Port}";

    private static bool Same(string authority, string? other) => string.Equals(authority, other, StringComparison.OrdinalIgnoreCase);
}
