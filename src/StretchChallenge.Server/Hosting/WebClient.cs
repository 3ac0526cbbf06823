namespace StretchChallenge.Server.Hosting;

/// <summary>Serves the web client: its files, and its one page for every address that is no file and none of the server's own.</summary>
internal static class WebClient
{
    private const string Pages = "{*path:nonfile:regex(^(?!(api|live|openapi|healthz)(/|$)))}";

    /// <summary>Maps the files and the page.</summary>
    public static void MapWebClient(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous().DisableRateLimiting();
        app.MapFallbackToFile(Pages, "index.html").AllowAnonymous().DisableRateLimiting();
    }
}
