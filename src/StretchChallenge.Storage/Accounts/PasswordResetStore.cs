using StretchChallenge.Domain;
using StretchChallenge.Storage.Administration;
using StretchChallenge.Storage.Audit;
using StretchChallenge.Storage.Database;

namespace StretchChallenge.Storage.Accounts;

/// <summary>The links with which people set a new password, as hashes of their secrets; each account has at most one.</summary>
public interface IPasswordResetStore
{
    /// <summary>Saves the secret of a person's new link, which voids the one before; returns false when there is no such person.</summary>
    Task<bool> SaveAsync(UserId user, string secretHash, DateTimeOffset expiresAt, AuditActor by, CancellationToken cancellationToken = default);

    /// <summary>Returns whose link has this secret and is valid at this instant; null when there is none.</summary>
    Task<UserId?> FindAsync(string secretHash, DateTimeOffset now, CancellationToken cancellationToken = default);

    /// <summary>
    /// Uses a link up: sets the password, and ends all sign-ins of its owner. Returns who that is; null when there is no valid
    /// link with this secret (any more).
    /// </summary>
    Task<UserId?> UseAsync(string secretHash, NewCredentials credentials, CancellationToken cancellationToken = default);

    /// <summary>Voids a person's link, if there is one.</summary>
    Task VoidAsync(UserId user, CancellationToken cancellationToken = default);
}

/// <summary>What a new password changes.</summary>
/// <param name="PasswordHash">The hash of the password.</param>
/// <param name="SecurityStamp">A new one, which ends earlier sign-ins.</param>
/// <param name="At">When.</param>
/// <param name="CookiesExpireAt">When the last cookie of an earlier sign-in expires.</param>
public sealed record NewCredentials(string PasswordHash, string SecurityStamp, DateTimeOffset At, DateTimeOffset CookiesExpireAt);

/// <inheritdoc />
internal sealed class PasswordResetStore(LedgerDatabase database) : IPasswordResetStore
{
    /// <inheritdoc />
    public Task<bool> SaveAsync(
        UserId user, string secretHash, DateTimeOffset expiresAt, AuditActor by, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            async session =>
            {
                var saved = await session.ExecuteAsync(
                    """
                    INSERT INTO password_resets (user_id, secret_hash, expires_at)
                    SELECT id, @secretHash, @expiresAt FROM accounts WHERE id = @user AND kind = 'Person'
                    ON CONFLICT (user_id) DO UPDATE SET secret_hash = excluded.secret_hash, expires_at = excluded.expires_at
                    """,
                    new { user, secretHash, expiresAt });
                if (saved == 0)
                {
                    return false;
                }

                await AuditTables.RecordAsync(session, by.Entry("resetLinkMade", user));
                return true;
            },
            cancellationToken);

    /// <inheritdoc />
    public Task<UserId?> FindAsync(string secretHash, DateTimeOffset now, CancellationToken cancellationToken = default) =>
        database.ReadAsync(
            session => session.FindAsync<UserId?>(
                "SELECT user_id FROM password_resets WHERE secret_hash = @secretHash AND expires_at > @now", new { secretHash, now }),
            cancellationToken);

    /// <inheritdoc />
    public Task<UserId?> UseAsync(string secretHash, NewCredentials credentials, CancellationToken cancellationToken = default) =>
        database.WriteAsync(session => UseAsync(session, secretHash, credentials), cancellationToken);

    /// <inheritdoc />
    public Task VoidAsync(UserId user, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            session => session.ExecuteAsync("DELETE FROM password_resets WHERE user_id = @user", new { user }), cancellationToken);

    private static async Task<UserId?> UseAsync(LedgerSession session, string secretHash, NewCredentials credentials)
    {
        if (await session.FindAsync<UserId?>(
            "DELETE FROM password_resets WHERE secret_hash = @secretHash AND expires_at > @At RETURNING user_id",
            new { secretHash, credentials.At }) is not { } user)
        {
            return null;
        }

        await session.ExecuteAsync(
            """
            UPDATE accounts SET password_hash = @PasswordHash, security_stamp = @SecurityStamp, concurrency_stamp = @SecurityStamp
            WHERE id = @user
            """,
            new { user, credentials.PasswordHash, credentials.SecurityStamp });
        await SignInTable.EndAllAsync(session, user, credentials.At, credentials.CookiesExpireAt);
        await AuditTables.RecordAsync(session, new AuditActor(user, credentials.At).Entry("passwordReset", user));
        return user;
    }
}
