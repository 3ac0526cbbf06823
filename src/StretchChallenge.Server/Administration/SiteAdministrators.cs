using Microsoft.AspNetCore.Authorization;
using StretchChallenge.Server.Accounts;
using StretchChallenge.Storage.Accounts;

namespace StretchChallenge.Server.Administration;

/// <summary>
/// The caller administers the site now. Unlike the role in the cookie, which is renewed every 30 s, this is read from the
/// database at each request: whoever is removed can do nothing more.
/// </summary>
internal sealed class SiteAdministrators : IAuthorizationRequirement
{
    /// <summary>Refuses everybody else: 401, or 403.</summary>
    public static AuthorizationPolicy Policy { get; } =
        new AuthorizationPolicyBuilder().RequireAuthenticatedUser().AddRequirements(new SiteAdministrators()).Build();

    /// <summary>Decides it.</summary>
    internal sealed class Handler(IAccountStore accounts) : AuthorizationHandler<SiteAdministrators>
    {
        /// <inheritdoc />
        protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, SiteAdministrators requirement)
        {
            if (context.User.IdOrNull() is { } user
                && await accounts.FindAsync(user) is { IsSiteAdministrator: true, IsDisabled: false, Kind: AccountKind.Person })
            {
                context.Succeed(requirement);
            }
        }
    }
}
