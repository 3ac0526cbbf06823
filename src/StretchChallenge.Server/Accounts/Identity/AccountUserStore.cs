using Microsoft.AspNetCore.Identity;
using StretchChallenge.Domain;
using StretchChallenge.Storage.Accounts;

namespace StretchChallenge.Server.Accounts.Identity;

/// <summary>Our accounts as Identity's managers want them; the e-mail is the user name.</summary>
/// <remarks>Stands in for the store of Microsoft.AspNetCore.Identity.EntityFrameworkCore.</remarks>
internal sealed partial class AccountUserStore(IAccountStore accounts, IdentityErrorDescriber errors) : IUserStore<Account>
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
        Change(user, user.Record with { Email = userName });

    /// <inheritdoc />
    public Task SetNormalizedUserNameAsync(Account user, string? normalizedName, CancellationToken cancellationToken) =>
        Change(user, user.Record with { NormalizedEmail = normalizedName });

    /// <summary>Refused: <see cref="Registration" /> makes accounts, where the first one is decided too.</summary>
    public Task<IdentityResult> CreateAsync(Account user, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Accounts are made by Registration.");

    /// <summary>Refused: an account goes with all the person's days, which is not Identity's to know.</summary>
    public Task<IdentityResult> DeleteAsync(Account user, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Accounts are not deleted through Identity.");

    /// <inheritdoc />
    public void Dispose()
    {
    }

    private static Task Change(Account user, AccountRecord record)
    {
        user.Record = record;
        return Task.CompletedTask;
    }
}
