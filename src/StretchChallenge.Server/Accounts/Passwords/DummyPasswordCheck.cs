using Microsoft.AspNetCore.Identity;
using StretchChallenge.Server.Accounts.Identity;

namespace StretchChallenge.Server.Accounts.Passwords;

/// <summary>Verifies a password against a fixed hash, so that an attempt without an account takes as long as one with an account.</summary>
internal sealed class DummyPasswordCheck
{
    // The hasher does not read the account.
    private static readonly Account Unused = null!;

    private readonly IPasswordHasher<Account> _hasher;
    private readonly string _hash;

    /// <summary>Makes the hash, so that the first attempt does not take longer than others.</summary>
    public DummyPasswordCheck(IPasswordHasher<Account> hasher)
    {
        _hasher = hasher;
        _hash = hasher.HashPassword(Unused, "nobody's password");
    }

    /// <summary>Does the work of one password check; there is no result.</summary>
    public void Check(string password) => _hasher.VerifyHashedPassword(Unused, _hash, password);
}
