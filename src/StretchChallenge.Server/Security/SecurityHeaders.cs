using Microsoft.Extensions.Primitives;
using StretchChallenge.Server.Live;

namespace StretchChallenge.Server.Security;

/// <summary>The security headers of every response.</summary>
internal static class SecurityHeaders
{
    /// <summary>
    /// Marks every answer of the API, problems too: clients take an answer without it for that of something in between, such as
    /// a proxy's sign-in page.
    /// </summary>
    public const string Mark = "Stretch-Api";

    // The hashes of scripts and styles are in the page's own meta policy, written by the web client's build.
    private static readonly StringValues PagePolicy =
        "base-uri 'self'; connect-src 'self'; font-src 'self'; form-action 'self'; frame-ancestors 'none'; frame-src 'none'; "
        + "img-src 'self' data: blob:; manifest-src 'self'; media-src 'self'; object-src 'none'; worker-src 'self'";

    private static readonly StringValues ApiPolicy = "default-src 'none'; frame-ancestors 'none'";

    private static readonly StringValues NoSniff = "nosniff";
    private static readonly StringValues SameOriginReferrer = "same-origin";
    private static readonly StringValues DeniedFeatures = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
    private static readonly StringValues SameOrigin = "same-origin";
    private static readonly StringValues NoStore = "no-store";
    private static readonly StringValues NoReferrer = "no-referrer";
    private static readonly StringValues MarkVersion = "1";
    private static readonly PathString[] SecretAddresses = ["/wall", "/calendar", "/reset", "/api/account/reset"];

    /// <summary>Adds the headers to every response, also to errors; a header set by an endpoint is kept.</summary>
    public static void UseSecurityHeaders(this WebApplication app) => app.Use((context, next) =>
    {
        // Read now: the fallback to the page rewrites the path.
        var isSecret = SecretAddresses.Any(path => context.Request.Path.StartsWithSegments(path));
        context.Response.OnStarting(() =>
        {
            if (isSecret)
            {
                Hide(context.Response.Headers);
            }

            Add(context);
            return Task.CompletedTask;
        });
        return next(context);
    });

    // The URL itself grants access: it must not be cached or sent to other sites as a referrer.
    private static void Hide(IHeaderDictionary headers)
    {
        headers.CacheControl = NoStore;
        headers["Referrer-Policy"] = NoReferrer;
    }

    private static void Add(HttpContext context)
    {
        var headers = context.Response.Headers;
        var isApiResponse = IsApiResponse(context);
        if (isApiResponse || context.Request.Path.StartsWithSegments(LiveSetup.Path))
        {
            headers[Mark] = MarkVersion;
        }

        headers.TryAdd("Content-Security-Policy", isApiResponse ? ApiPolicy : PagePolicy);
        headers.TryAdd("X-Content-Type-Options", NoSniff);
        headers.TryAdd("Referrer-Policy", SameOriginReferrer);
        headers.TryAdd("Permissions-Policy", DeniedFeatures);
        headers.TryAdd("Cross-Origin-Resource-Policy", SameOrigin);
        if (context.Request.IsHttps)
        {
            headers.TryAdd("Cross-Origin-Opener-Policy", SameOrigin);
        }

        if (isApiResponse)
        {
            headers.TryAdd("Cache-Control", NoStore);
        }
    }

    // API responses and problems are never rendered as pages.
    private static bool IsApiResponse(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/api")
        || context.Request.Path.StartsWithSegments("/calendar")
        || context.Response.ContentType?.StartsWith("application/problem+json", StringComparison.Ordinal) == true;
}
