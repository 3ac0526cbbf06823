using StretchChallenge.Server.Health;
using StretchChallenge.Server.Hosting;
using StretchChallenge.Server.Live;

namespace StretchChallenge.Server.WebClient;

/// <summary>Serves the web client: its files, and its one page for every address that is no file and none of the server's own.</summary>
internal static class WebClientSetup
{
    private const string Page = "/index.html";

    private static readonly PathString[] OwnAddresses = ["/api", "/openapi", HealthEndpoints.Path, OrleansDashboard.Path];

    // The hub's own two addresses; below /live/ are the pages of live breaks.
    private static readonly PathString[] Hub = [LiveSetup.Path, $"{LiveSetup.Path}/negotiate"];

    /// <summary>
    /// Finds the files, compressed ones too, where the build left them, whatever the environment: a build that is
    /// shared runs as in production. A published server has them beside it, and this does nothing.
    /// </summary>
    public static void AddWebClient(this WebApplicationBuilder builder) => builder.WebHost.UseStaticWebAssets();

    /// <summary>
    /// Answers the client's own addresses with its page. It stands before routing: as a fallback endpoint it would
    /// compete with the API's, and a wrong method there would look like an unknown path.
    /// </summary>
    public static void UseWebClientPages(this WebApplication app) => app.Use((context, next) =>
    {
        if (IsPage(context.Request))
        {
            context.Request.Path = Page;
        }

        return next(context);
    });

    /// <summary>Maps the files as they were built.</summary>
    public static void MapWebClient(this WebApplication app)
    {
        // Looking for files added since the build would need a fallback endpoint.
        app.Configuration["ReloadStaticAssetsAtRuntime"] = bool.FalseString;
        app.MapStaticAssets().AllowAnonymous().DisableRateLimiting().KeepHashedFiles();
    }

    private static bool IsPage(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        && !Path.HasExtension(request.Path)
        && !Hub.Contains(request.Path)
        && !OwnAddresses.Any(own => request.Path.StartsWithSegments(own));
}
