using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Net.Http.Headers;
using StretchChallenge.Server.Health;
using StretchChallenge.Server.Hosting;
using StretchChallenge.Server.Live;

namespace StretchChallenge.Server.WebClient;

/// <summary>Serves the web client: its files, and its single page for every path that is neither a file nor one of the server's endpoints.</summary>
internal static class WebClientSetup
{
    private const string Page = "/index.html";

    // Files in this folder have a hash of their content in the name.
    private const string HashedFiles = "_app/immutable/";
    private const string CacheForever = "public, max-age=31536000, immutable";

    private static readonly PathString[] ServerPaths = ["/api", "/openapi", HealthEndpoints.Path, OrleansDashboard.Path];

    // The two paths of the hub. The other paths below /live/ are pages of live breaks.
    private static readonly PathString[] HubPaths = [LiveSetup.Path, $"{LiveSetup.Path}/negotiate"];

    /// <summary>
    /// Finds the files in the build's output in every environment, because <c>--share</c> runs an unpublished build as
    /// production. In a published server this does nothing: the files are beside it.
    /// </summary>
    public static void AddWebClient(this WebApplicationBuilder builder) => builder.WebHost.UseStaticWebAssets();

    /// <summary>
    /// Serves the client's page for its paths. This runs before routing: a fallback endpoint would compete with the API's
    /// endpoints, and a wrong method there would look like an unknown path.
    /// </summary>
    public static void UseWebClientPages(this WebApplication app) => app.Use((context, next) =>
    {
        if (IsPage(context.Request))
        {
            context.Request.Path = Page;
        }

        return next(context);
    });

    /// <summary>Maps the files of the build.</summary>
    public static void MapWebClient(this WebApplication app)
    {
        // Serving files that were added after the build would need a fallback endpoint.
        app.Configuration["ReloadStaticAssetsAtRuntime"] = bool.FalseString;
        app.MapStaticAssets().AllowAnonymous().DisableRateLimiting().CacheHashedFiles();
    }

    private static bool IsPage(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        && !Path.HasExtension(request.Path)
        && !HubPaths.Contains(request.Path)
        && !ServerPaths.Any(path => request.Path.StartsWithSegments(path));

    // Browsers may keep files with a hash in the name for ever, instead of revalidating each at every visit.
    private static void CacheHashedFiles(this StaticAssetsEndpointConventionBuilder files)
    {
        files.Add(endpoint =>
        {
            if (endpoint is RouteEndpointBuilder { RoutePattern.RawText: { } path, RequestDelegate: { } serve }
                && path.TrimStart('/').StartsWith(HashedFiles, StringComparison.Ordinal))
            {
                endpoint.RequestDelegate = context =>
                {
                    context.Response.OnStarting(() => SetCacheControl(context.Response));
                    return serve(context);
                };
            }
        });
    }

    private static Task SetCacheControl(HttpResponse response)
    {
        if (response.StatusCode is StatusCodes.Status200OK or StatusCodes.Status304NotModified)
        {
            response.Headers[HeaderNames.CacheControl] = CacheForever;
        }

        return Task.CompletedTask;
    }
}
