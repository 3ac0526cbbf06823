using Microsoft.AspNetCore.Http.HttpResults;
using StretchChallenge.Server.Accounts;
using StretchChallenge.Server.Administration;
using StretchChallenge.Storage.Accounts;

namespace StretchChallenge.Server.Hosting;

/// <summary>What the pages before sign-in need to know about this site.</summary>
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
        SetupCodePolicy policy,
        IAccountStore accounts,
        SiteSettings settings,
        PublicLinks links,
        CancellationToken cancellationToken) =>
        TypedResults.Ok(new SiteView(
            configuration.GetValue("Demo:Enabled", false),
            policy.NeedsCode && !await accounts.AnyPersonAsync(cancellationToken),
            links.To("/", request),
            await settings.GetRegistrationAsync(cancellationToken)));
}

/// <summary>What this site offers.</summary>
/// <param name="Demo">Whether there is a demo to enter as a guest.</param>
/// <param name="SignUpNeedsSetupCode">Whether an account made now needs the setup code.</param>
/// <param name="PublicUrl">The address to give to others.</param>
/// <param name="Registration">Who may register, apart from the first account.</param>
public sealed record SiteView(bool Demo, bool SignUpNeedsSetupCode, Uri PublicUrl, RegistrationSettings Registration);
