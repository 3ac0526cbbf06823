using StretchChallenge.Storage.Accounts;

namespace StretchChallenge.Server.Accounts.Identity;

/// <summary>An account as ASP.NET Core Identity handles it: changed in place, then saved.</summary>
/// <param name="stored">The account as it was read or is to be created.</param>
internal sealed class Account(AccountRecord stored)
{
    /// <summary>The account with the changes made since.</summary>
    public AccountRecord Record { get; set; } = stored;
}
