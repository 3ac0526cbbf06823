using Microsoft.AspNetCore.Identity;
using StretchChallenge.Domain;
using StretchChallenge.Server.Live.Access;
using StretchChallenge.Storage.Accounts;

namespace StretchChallenge.Server.Accounts.Identity;

/// <summary>Identity's store over <see cref="IAccountStore" />; the e-mail is the user name.</summary>
/// <remarks>Used instead of Microsoft.AspNetCore.Identity.EntityFrameworkCore: accounts are in the ledger's database, without EF.</remarks>
internal sealed partial class AccountUserStore(
    IAccountStore accounts, IPasskeyStore passkeys, IdentityErrorDescriber errors, LiveConnections connections)
    : IUserPasswordStore<Account>, IUserSecurityStampStore<Account>
{
    /// <inheritdoc />
    public async Task<Account?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        await accounts.FindAsync(new UserId(userId), cancellationToken) is { } record ? new Account(record) : null;

    /// <inheritdoc />
    public async Task<Account?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        await accounts.FindByEmailAsync(normalizedUserName, cancellationToken) is { } record ? new Account(record) : null;

    /// <inheritdoc />
    public async Task<IdentityResult> UpdateAsync(Account user, CancellationToken cancellationToken)
    {
        var readStamp = user.Record.ConcurrencyStamp;
        var changed = user.Record with { ConcurrencyStamp = Guid.NewGuid().ToString("N") };
        switch (await accounts.UpdateAsync(changed, readStamp, cancellationToken))
        {
            case AccountUpdate.Updated:
                user.Record = changed;
                connections.CloseOtherStamps(changed.Id.Value, changed.SecurityStamp);
                return IdentityResult.Success;
            case AccountUpdate.EmailTaken:
                return IdentityResult.Failed(errors.DuplicateEmail(user.Record.Email ?? ""));
            default:
                return IdentityResult.Failed(errors.ConcurrencyFailure());
        }
    }

    /// <inheritdoc />
    public Task<string> GetUserIdAsync(Account user, CancellationToken cancellationToken) =>
        Task.FromResult(user.Record.Id.Value);

    /// <inheritdoc />
    public Task<string?> GetUserNameAsync(Account user, CancellationToken cancellationToken) =>
        Task.FromResult(user.Record.Email);

    /// <inheritdoc />
    public Task<string?> GetNormalizedUserNameAsync(Account user, CancellationToken cancellationToken) =>
        Task.FromResult(user.Record.NormalizedEmail);

    /// <inheritdoc />
    public Task SetUserNameAsync(Account user, string? userName, CancellationToken cancellationToken) =>
        SetAsync(user, user.Record with { Email = userName });

    /// <inheritdoc />
    public Task SetNormalizedUserNameAsync(Account user, string? normalizedName, CancellationToken cancellationToken) =>
        SetAsync(user, user.Record with { NormalizedEmail = normalizedName });

    /// <inheritdoc />
    public Task<string?> GetPasswordHashAsync(Account user, CancellationToken cancellationToken) =>
        Task.FromResult(user.Record.PasswordHash);

    /// <inheritdoc />
    public Task SetPasswordHashAsync(Account user, string? passwordHash, CancellationToken cancellationToken) =>
        SetAsync(user, user.Record with { PasswordHash = passwordHash });

    /// <inheritdoc />
    public Task<bool> HasPasswordAsync(Account user, CancellationToken cancellationToken) =>
        Task.FromResult(user.Record.PasswordHash is not null);

    /// <inheritdoc />
    public Task<string?> GetSecurityStampAsync(Account user, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(user.Record.SecurityStamp);

    /// <inheritdoc />
    public Task SetSecurityStampAsync(Account user, string stamp, CancellationToken cancellationToken) =>
        SetAsync(user, user.Record with { SecurityStamp = stamp });

    /// <summary>Not supported: <see cref="RegistrationService" /> creates accounts, since it also decides who is the first.</summary>
    public Task<IdentityResult> CreateAsync(Account user, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Accounts are created by RegistrationService.");

    /// <summary>Not supported: deleting an account also deletes the person's days, which Identity does not know.</summary>
    public Task<IdentityResult> DeleteAsync(Account user, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Accounts are not deleted through Identity.");

    /// <inheritdoc />
    public void Dispose()
    {
    }

    private static Task SetAsync(Account user, AccountRecord record)
    {
        user.Record = record;
        return Task.CompletedTask;
    }
}
