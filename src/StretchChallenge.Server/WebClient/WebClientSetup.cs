namespace StretchChallenge.Server.WebClient;

/// <summary>Serves the web client: its files, and its one page for every address that is no file and none of the server's own.</summary>
internal static class WebClientSetup
{
    private const string Page = "index.html";

    // A constraint never holds for the empty path: the start page has a pattern of its own.
    private static readonly string[] Addresses = ["/", "{*path:nonfile:regex(^(?!(api|live|openapi|healthz)(/|$)))}"];

    /// <summary>Maps the files and the page.</summary>
    public static void MapWebClient(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous().DisableRateLimiting().KeepHashedFiles();
        var page = new StaticFileOptions { OnPrepareResponse = file => file.Context.AlwaysAskAgain() };
        foreach (var address in Addresses)
        {
            app.MapFallbackToFile(address, Page, page).AllowAnonymous().DisableRateLimiting();
        }
    }
}
