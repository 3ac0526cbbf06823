using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using StretchChallenge.Storage.Accounts;

namespace StretchChallenge.Server.Accounts.Identity;

/// <summary>
/// Identity's user manager, with a lockout that uses the injected clock and counts concurrent attempts too. It passes no
/// token of the request on: a client that hangs up must not prevent its failed attempt from being counted.
/// </summary>
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
    private const int MaxConflicts = 50;

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

    /// <inheritdoc />
    public override Task<bool> IsLockedOutAsync(Account user) => Task.FromResult(IsLocked(user.Record));

    /// <summary>Counts a failed attempt. The last one allowed locks the account and resets the count.</summary>
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
