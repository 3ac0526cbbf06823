using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using StretchChallenge.Storage.Accounts;

namespace StretchChallenge.Server.Accounts.Identity;

/// <summary>Identity's user manager, with a lockout that follows the injected clock and counts tries that arrive at once.</summary>
internal sealed class AccountManager(
    IUserStore<Account> store,
    IOptions<IdentityOptions> options,
    IPasswordHasher<Account> hasher,
    ILookupNormalizer normalizer,
    IdentityErrorDescriber errors,
    IServiceProvider services,
    ILogger<UserManager<Account>> log,
    TimeProvider time)
    : UserManager<Account>(store, options, hasher, [], [], normalizer, errors, services, log)
{
    private const int MostRaces = 50;

    /// <summary>
    /// Saves a change of an account. Where another change came first, it is made again on what that one left, as often
    /// as needed; false where the account is gone.
    /// </summary>
    public async Task<bool> ChangeAsync(Account user, Func<AccountRecord, AccountRecord> change)
    {
        for (var race = 0; race < MostRaces; race++)
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

        throw new InvalidOperationException("The account changes all the time.");
    }

    /// <inheritdoc />
    public override Task<bool> IsLockedOutAsync(Account user) => Task.FromResult(IsLocked(user.Record));

    /// <summary>Counts a failed try; at the last one allowed, locks the account for a while and starts counting anew.</summary>
    public override Task<IdentityResult> AccessFailedAsync(Account user) =>
        ApplyAsync(user, record => IsLocked(record) ? record : CountFailure(record));

    /// <inheritdoc />
    public override Task<IdentityResult> ResetAccessFailedCountAsync(Account user) =>
        ApplyAsync(user, record => record with { AccessFailedCount = 0 });

    private async Task<IdentityResult> ApplyAsync(Account user, Func<AccountRecord, AccountRecord> change) =>
        await ChangeAsync(user, change) ? IdentityResult.Success : IdentityResult.Failed(ErrorDescriber.ConcurrencyFailure());

    private bool IsLocked(AccountRecord record) => record.LockoutEnd > time.GetUtcNow();

    private AccountRecord CountFailure(AccountRecord record)
    {
        var failed = record.AccessFailedCount + 1;
        return failed < Options.Lockout.MaxFailedAccessAttempts
            ? record with { AccessFailedCount = failed }
            : record with { AccessFailedCount = 0, LockoutEnd = time.GetUtcNow() + Options.Lockout.DefaultLockoutTimeSpan };
    }
}
