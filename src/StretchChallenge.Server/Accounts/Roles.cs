using System.Collections.Immutable;
using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using StretchChallenge.Domain;
using StretchChallenge.Storage.Accounts;

namespace StretchChallenge.Server.Accounts;

/// <summary>The roles of accounts, as claims of the cookie. The roles within a challenge are the challenge grain's.</summary>
public static class Roles
{
    /// <summary>Administers the site.</summary>
    public const string SiteAdministrator = "siteAdministrator";

    /// <summary>Visits the demo, without e-mail and password.</summary>
    public const string Guest = "guest";

    /// <summary>Returns the roles of an account; usually none.</summary>
    public static ImmutableArray<string> Of(AccountRecord account) =>
    [
        .. account.IsSiteAdministrator ? [SiteAdministrator] : Array.Empty<string>(),
        .. account.Kind == AccountKind.Guest ? [Guest] : Array.Empty<string>(),
    ];
}

/// <summary>Reads the user id from the claims of a request or hub call.</summary>
public static class ClaimsPrincipalExtensions
{
    /// <summary>Returns the signed-in user; throws when nobody is signed in.</summary>
    public static UserId Id(this ClaimsPrincipal principal) =>
        principal.IdOrNull() ?? throw new InvalidOperationException("The endpoint does not require sign-in.");

    /// <summary>Returns the signed-in user; null if nobody is signed in.</summary>
    public static UserId? IdOrNull(this ClaimsPrincipal principal) =>
        principal.FindFirstValue(ClaimTypes.NameIdentifier) is { Length: > 0 } id ? new UserId(id) : null;
}

/// <summary>Authorization that depends on the account's role.</summary>
internal static class RoleAuthorization
{
    private static readonly AuthorizationPolicy NotAGuest = new AuthorizationPolicyBuilder()
        .RequireAuthenticatedUser()
        .RequireAssertion(context => !context.User.IsInRole(Roles.Guest))
        .Build();

    /// <summary>Refuses guests of the demo (403), who may not touch real challenges.</summary>
    public static TBuilder ForbidGuests<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.RequireAuthorization(NotAGuest);
}
