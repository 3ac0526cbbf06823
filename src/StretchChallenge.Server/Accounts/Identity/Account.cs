using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using StretchChallenge.Storage.Accounts;

namespace StretchChallenge.Server.Accounts.Identity;

/// <summary>An account in the form that ASP.NET Core Identity needs: a mutable object, saved after it was changed.</summary>
/// <param name="stored">The account as it was read or is to be created.</param>
internal sealed class Account(AccountRecord stored)
{
    /// <summary>The account with the changes made since it was read.</summary>
    public AccountRecord Record { get; set; } = stored;
}

/// <summary>The claims of the cookie: user id, roles and security stamp; no name and no e-mail.</summary>
internal sealed class AccountClaimsPrincipalFactory(IOptions<IdentityOptions> options) : IUserClaimsPrincipalFactory<Account>
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
