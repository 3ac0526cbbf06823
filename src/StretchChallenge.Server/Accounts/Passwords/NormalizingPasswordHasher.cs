using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using StretchChallenge.Domain.Text;
using StretchChallenge.Server.Accounts.Identity;

namespace StretchChallenge.Server.Accounts.Passwords;

/// <summary>
/// Identity's hasher over passwords in NFKC: "ä" is the same whether a keyboard composes it or not, as are full width and
/// ligatures. Earlier hashes are of the password as it was typed; it is tried too, and then the hash is to be renewed.
/// </summary>
internal sealed class NormalizingPasswordHasher(IOptions<PasswordHasherOptions> options) : IPasswordHasher<Account>
{
    private readonly PasswordHasher<Account> _hasher = new(options);

    /// <inheritdoc />
    public string HashPassword(Account user, string password) => _hasher.HashPassword(user, TextForms.Nfkc(password));

    /// <inheritdoc />
    public PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword)
    {
        var normalized = TextForms.Nfkc(providedPassword);
        var result = _hasher.VerifyHashedPassword(user, hashedPassword, normalized);
        return result == PasswordVerificationResult.Failed
            && normalized != providedPassword
            && _hasher.VerifyHashedPassword(user, hashedPassword, providedPassword) != PasswordVerificationResult.Failed
                ? PasswordVerificationResult.SuccessRehashNeeded
                : result;
    }
}
