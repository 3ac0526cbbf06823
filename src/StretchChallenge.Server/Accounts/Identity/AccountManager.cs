using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using StretchChallenge.Domain.Text;
using StretchChallenge.Storage.Accounts;

namespace StretchChallenge.Server.Accounts.Identity;

/// <summary>
/// Identity's user manager, which also finds accounts by an e-mail as it was typed, and saves changes despite conflicts.
/// </summary>
internal sealed class AccountManager(
    IUserStore<Account> store,
    IOptions<IdentityOptions> options,
    IPasswordHasher<Account> hasher,
    ILookupNormalizer normalizer,
    IdentityErrorDescriber errors,
    IServiceProvider services,
    ILogger<UserManager<Account>> log)
    : UserManager<Account>(store, options, hasher, [], [], normalizer, errors, services, log)
{
    private const int MaxConflicts = 50;

    /// <summary>
    /// Returns the account of an e-mail in any spelling; null when there is none. One of two accounts that have the same
    /// normalised e-mail, from before spellings were taken for equal, keeps its earlier key and is found by that alone.
    /// </summary>
    public async Task<Account?> FindByTypedEmailAsync(string email)
    {
        var earlier = EmailAddress.EarlierKeyOf(email);
        var key = NormalizeName(email);
        return (earlier == key ? null : await Store.FindByNameAsync(earlier, CancellationToken))
            ?? await Store.FindByNameAsync(key!, CancellationToken);
    }

    /// <summary>
    /// Saves a change of an account (optimistic concurrency): after a conflicting write, reads the account again and
    /// reapplies the change. Returns false if the account does not exist any more.
    /// </summary>
    public async Task<bool> ChangeAsync(Account user, Func<AccountRecord, AccountRecord> change)
    {
        for (var attempt = 0; attempt < MaxConflicts; attempt++)
        {
            var changed = change(user.Record);
            if (changed == user.Record)
            {
                return true;
            }

            user.Record = changed;
            if ((await Store.UpdateAsync(user, CancellationToken)).Succeeded)
            {
                return true;
            }

            if (await FindByIdAsync(user.Record.Id.Value) is not { } fresh)
            {
                return false;
            }

            user.Record = fresh.Record;
        }

        throw new InvalidOperationException("The account could not be saved because of concurrent changes.");
    }
}

/// <summary>The normal form of e-mails, which are the user names.</summary>
internal sealed class EmailNormalizer : ILookupNormalizer
{
    /// <inheritdoc />
    public string? NormalizeEmail(string? email) => NormalizeName(email);

    /// <inheritdoc />
    public string? NormalizeName(string? name) => name is null ? null : EmailAddress.KeyOf(name);
}
