using StretchChallenge.Storage.Database;

namespace StretchChallenge.Storage.Accounts;

/// <summary>The table <c>accounts</c>.</summary>
internal static class AccountTable
{
    /// <summary>The account that meets a condition on <c>@key</c>; null where none does.</summary>
    public static Task<AccountRow?> FindAsync(LedgerSession session, string condition, string key) =>
        session.FindAsync<AccountRow>(
            $"""
            SELECT id, email, normalized_email, display_name, zone_id, show_name, password_hash, security_stamp,
                concurrency_stamp, lockout_end, access_failed_count, is_site_administrator, kind, created_at
            FROM accounts WHERE {condition}
            """,
            new { key });

    /// <summary>Inserts an account; false where its e-mail is taken.</summary>
    public static async Task<bool> InsertAsync(LedgerSession session, AccountRecord account) =>
        await session.ExecuteAsync(
            """
            INSERT INTO accounts
                (id, email, normalized_email, display_name, zone_id, show_name, password_hash, security_stamp,
                concurrency_stamp, lockout_end, access_failed_count, is_site_administrator, kind, created_at)
            VALUES
                (@Id, @Email, @NormalizedEmail, @DisplayName, @ZoneId, @ShowName, @PasswordHash, @SecurityStamp,
                @ConcurrencyStamp, @LockoutEnd, @AccessFailedCount, @IsSiteAdministrator, @Kind, @CreatedAt)
            ON CONFLICT (normalized_email) DO NOTHING
            """,
            new
            {
                account.Id,
                account.Email,
                account.NormalizedEmail,
                account.DisplayName,
                account.ZoneId,
                account.ShowName,
                account.PasswordHash,
                account.SecurityStamp,
                account.ConcurrencyStamp,
                account.LockoutEnd,
                account.AccessFailedCount,
                account.IsSiteAdministrator,
                Kind = account.Kind.ToString(),
                account.CreatedAt,
            }) == 1;

    /// <summary>Saves what can change, where the concurrency stamp is still the one read.</summary>
    public static async Task<bool> UpdateAsync(LedgerSession session, AccountRecord account, string readStamp) =>
        await session.ExecuteAsync(
            """
            UPDATE accounts SET email = @Email, normalized_email = @NormalizedEmail, display_name = @DisplayName,
                show_name = @ShowName, password_hash = @PasswordHash, security_stamp = @SecurityStamp,
                concurrency_stamp = @ConcurrencyStamp, lockout_end = @LockoutEnd,
                access_failed_count = @AccessFailedCount, is_site_administrator = @IsSiteAdministrator
            WHERE id = @Id AND concurrency_stamp = @readStamp
            """,
            new
            {
                account.Id,
                account.Email,
                account.NormalizedEmail,
                account.DisplayName,
                account.ShowName,
                account.PasswordHash,
                account.SecurityStamp,
                account.ConcurrencyStamp,
                account.LockoutEnd,
                account.AccessFailedCount,
                account.IsSiteAdministrator,
                readStamp,
            }) == 1;
}
