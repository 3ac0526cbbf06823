using Microsoft.AspNetCore.Http.HttpResults;
using StretchChallenge.Server.Accounts;
using StretchChallenge.Storage.Accounts;

namespace StretchChallenge.Server.Hosting;

/// <summary>Tells the pages before sign-in what this site offers.</summary>
internal static class SiteEndpoint
{
    /// <summary>Maps <c>GET /api/site</c>.</summary>
    public static void MapSite(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/site", GetAsync)
            .WithTags("Site")
            .AllowAnonymous()
            .WithSummary("What this site offers to whoever is not signed in.");

    private static async Task<Ok<SiteView>> GetAsync(
        HttpRequest request,
        IConfiguration configuration,
        IAccountStore accounts,
        PublicLinks links,
        CancellationToken cancellationToken) =>
        TypedResults.Ok(new SiteView(
            configuration.GetValue("Demo:Enabled", false),
            !ThisMachine.Sent(request) && !await accounts.AnyPersonAsync(cancellationToken),
            links.To("/", request)));
}
