using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace StretchChallenge.Server.Accounts.Identity;

/// <summary>Writes into the cookie who is signed in: the id, the roles and the security stamp; no name and no e-mail.</summary>
internal sealed class AccountPrincipals(IOptions<IdentityOptions> options) : IUserClaimsPrincipalFactory<Account>
{
    /// <inheritdoc />
    public Task<ClaimsPrincipal> CreateAsync(Account user)
    {
        var claims = options.Value.ClaimsIdentity;
        var identity = new ClaimsIdentity(IdentityConstants.ApplicationScheme, claims.UserNameClaimType, claims.RoleClaimType);
        identity.AddClaim(new Claim(claims.UserIdClaimType, user.Record.Id.Value));
        identity.AddClaim(new Claim(claims.SecurityStampClaimType, user.Record.SecurityStamp));
        identity.AddClaims(Roles.Of(user.Record).Select(role => new Claim(claims.RoleClaimType, role)));
        return Task.FromResult(new ClaimsPrincipal(identity));
    }
}
