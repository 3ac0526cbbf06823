using Microsoft.AspNetCore.Identity;

namespace StretchChallenge.Server.Accounts.Identity;

internal sealed partial class AccountUserStore : IUserPasswordStore<Account>, IUserSecurityStampStore<Account>, IUserLockoutStore<Account>
{
    /// <inheritdoc />
    public Task<string?> GetPasswordHashAsync(Account user, CancellationToken cancellationToken) =>
        Task.FromResult(user.Record.PasswordHash);

    /// <inheritdoc />
    public Task SetPasswordHashAsync(Account user, string? passwordHash, CancellationToken cancellationToken) =>
        Change(user, user.Record with { PasswordHash = passwordHash });

    /// <inheritdoc />
    public Task<bool> HasPasswordAsync(Account user, CancellationToken cancellationToken) =>
        Task.FromResult(user.Record.PasswordHash is not null);

    /// <inheritdoc />
    public Task<string?> GetSecurityStampAsync(Account user, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(user.Record.SecurityStamp);

    /// <inheritdoc />
    public Task SetSecurityStampAsync(Account user, string stamp, CancellationToken cancellationToken) =>
        Change(user, user.Record with { SecurityStamp = stamp });

    /// <inheritdoc />
    public Task<DateTimeOffset?> GetLockoutEndDateAsync(Account user, CancellationToken cancellationToken) =>
        Task.FromResult(user.Record.LockoutEnd);

    /// <inheritdoc />
    public Task SetLockoutEndDateAsync(Account user, DateTimeOffset? lockoutEnd, CancellationToken cancellationToken) =>
        Change(user, user.Record with { LockoutEnd = lockoutEnd });

    /// <inheritdoc />
    public Task<int> GetAccessFailedCountAsync(Account user, CancellationToken cancellationToken) =>
        Task.FromResult(user.Record.AccessFailedCount);

    /// <inheritdoc />
    public async Task<int> IncrementAccessFailedCountAsync(Account user, CancellationToken cancellationToken)
    {
        await Change(user, user.Record with { AccessFailedCount = user.Record.AccessFailedCount + 1 });
        return user.Record.AccessFailedCount;
    }

    /// <inheritdoc />
    public Task ResetAccessFailedCountAsync(Account user, CancellationToken cancellationToken) =>
        Change(user, user.Record with { AccessFailedCount = 0 });

    /// <inheritdoc />
    public Task<bool> GetLockoutEnabledAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(true);

    /// <summary>Nothing to do: every account can be locked.</summary>
    public Task SetLockoutEnabledAsync(Account user, bool enabled, CancellationToken cancellationToken) => Task.CompletedTask;
}
