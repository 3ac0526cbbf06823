using Microsoft.AspNetCore.Identity;
using StretchChallenge.Server.Accounts.Identity;
using StretchChallenge.Storage.Accounts;

namespace StretchChallenge.Server.Accounts;

/// <summary>Signs people in and out by a cookie.</summary>
internal sealed class SignIn(SignInManager<Account> manager, AccountManager accounts, DecoyPassword decoy)
{
    /// <summary>
    /// The account of this e-mail and password, not yet signed in; null where either is wrong or the account is locked,
    /// which takes the same work and shows no difference.
    /// </summary>
    public async Task<AccountRecord?> CheckAsync(string email, string password)
    {
        var account = await accounts.FindByNameAsync(email);
        if (account is null || await accounts.IsLockedOutAsync(account))
        {
            decoy.Check(password);
            return null;
        }

        var result = await manager.CheckPasswordSignInAsync(account, password, lockoutOnFailure: true);
        return result.Succeeded ? account.Record : null;
    }

    /// <summary>Signs a person or a guest in, until they sign out or stay away for a month.</summary>
    public Task SignInAsync(AccountRecord account) => manager.SignInAsync(new Account(account), isPersistent: true);

    /// <summary>Signs out whoever is signed in.</summary>
    public Task SignOutAsync() => manager.SignOutAsync();
}
