using System.Security.Claims;
using Microsoft.AspNetCore.Identity;

namespace StretchChallenge.Server.Accounts;

/// <summary>
/// The id of one sign-in, as a claim of its cookie: signing out revokes it, so that a copy of the cookie is refused afterwards.
/// </summary>
internal static class SignInId
{
    /// <summary>The type of the claim.</summary>
    public const string ClaimType = "stretch:sign-in";

    /// <summary>The claim of a new sign-in.</summary>
    public static Claim Next() => new(ClaimType, Guid.NewGuid().ToString("N"));

    /// <summary>The sign-in of a request; null for cookies from before sign-ins had ids.</summary>
    public static string? Of(ClaimsPrincipal? principal) => principal?.FindFirstValue(ClaimType);

    /// <summary>Takes the id, and when it was made, along where the cookie is renewed; an older cookie gets an id.</summary>
    public static Task KeepAsync(SecurityStampRefreshingPrincipalContext renewal)
    {
        var claim = renewal.CurrentPrincipal?.FindFirst(ClaimType) ?? Next();
        var renewed = renewal.NewPrincipal?.Identity as ClaimsIdentity;
        renewed?.AddClaim(claim.Clone());
        if (renewal.CurrentPrincipal?.FindFirst(FreshSignIn.ClaimType) is { } signedIn)
        {
            renewed?.AddClaim(signedIn.Clone());
        }

        return Task.CompletedTask;
    }
}
