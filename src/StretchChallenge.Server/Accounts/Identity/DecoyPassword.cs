using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace StretchChallenge.Server.Accounts.Identity;

/// <summary>Does the work of checking a password where there is none to check, so that the time tells nothing.</summary>
internal sealed class DecoyPassword(IOptions<PasswordHasherOptions> options)
{
    private static readonly Account Nobody = null!;

    private readonly PasswordHasher<Account> _hasher = new(options);
    private readonly Lazy<string> _hash = new(() => new PasswordHasher<Account>(options).HashPassword(Nobody, "nobody's password"));

    /// <summary>Checks the password against nobody's.</summary>
    public void Check(string password) => _hasher.VerifyHashedPassword(Nobody, _hash.Value, password);
}
