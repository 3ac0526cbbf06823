using System.Collections.Immutable;
using System.Data.Common;
using StretchChallenge.Domain;
using StretchChallenge.Storage.Challenges;
using StretchChallenge.Storage.Database;

namespace StretchChallenge.Storage.Accounts;

/// <inheritdoc />
internal sealed class AccountStore(LedgerDatabase database) : IAccountStore
{
    /// <inheritdoc />
    public Task<AccountCreation> CreateAsync(AccountRecord account, bool mayBeFirst, CancellationToken cancellationToken = default) =>
        database.WriteAsync(session => CreateAsync(session, account, mayBeFirst), cancellationToken);

    /// <inheritdoc />
    public Task<AccountRecord?> FindAsync(UserId user, CancellationToken cancellationToken = default) =>
        FindWhereAsync("id = @key", user.Value, cancellationToken);

    /// <inheritdoc />
    public Task<AccountRecord?> FindByEmailAsync(string normalizedEmail, CancellationToken cancellationToken = default) =>
        FindWhereAsync("normalized_email = @key", normalizedEmail, cancellationToken);

    /// <inheritdoc />
    public async Task<AccountUpdate> UpdateAsync(AccountRecord account, string readStamp, CancellationToken cancellationToken = default)
    {
        try
        {
            var updated = await database.WriteAsync(
                session => UpdateAsync(session, account, readStamp),
                cancellationToken);
            return updated ? AccountUpdate.Updated : AccountUpdate.Stale;
        }
        catch (DbException error) when (database.FindTableOfDuplicate(error) is not null)
        {
            return AccountUpdate.EmailTaken;
        }
    }

    /// <inheritdoc />
    public Task<bool> AnyPersonAsync(CancellationToken cancellationToken = default) =>
        database.ReadAsync(FirstPerson.ExistsAsync, cancellationToken);

    /// <inheritdoc />
    public async Task<ImmutableDictionary<UserId, string>> LoadNamesAsync(
        IReadOnlyCollection<UserId> people, CancellationToken cancellationToken = default)
    {
        var ids = new IdList(people.Select(person => person.Value).Distinct());
        var rows = ids.Names.Length == 0 ? [] : await database.ReadAsync(
            session => session.QueryAsync<AccountRow>($"SELECT id, display_name FROM accounts WHERE id IN ({ids.Names})", ids.Parameters),
            cancellationToken);
        return rows.ToImmutableDictionary(row => row.Id, row => row.DisplayName);
    }

    /// <summary>Saves a new account, in the transaction of what it signs in by.</summary>
    internal static async Task<AccountCreation> CreateAsync(LedgerSession session, AccountRecord account, bool mayBeFirst)
    {
        if (account.Kind is not AccountKind.Person)
        {
            return await AccountTable.InsertAsync(session, account)
                ? new AccountCreation.Created(account.IsSiteAdministrator)
                : new AccountCreation.EmailTaken();
        }

        if (!mayBeFirst && !await FirstPerson.ExistsAsync(session))
        {
            return new AccountCreation.FirstAccountNeedsSetup();
        }

        if (!await AccountTable.InsertAsync(session, account))
        {
            return new AccountCreation.EmailTaken();
        }

        var isAdministrator = account.IsSiteAdministrator || await FirstPerson.ClaimAsync(session, account.Id);
        return new AccountCreation.Created(isAdministrator);
    }

    // Boards show the name.
    private static async Task<bool> UpdateAsync(LedgerSession session, AccountRecord account, string readStamp)
    {
        var before = await AccountTable.FindAsync(session, "id = @key", account.Id.Value);
        var updated = await AccountTable.UpdateAsync(session, account, readStamp);
        if (updated && (before?.DisplayName, before?.ShowName) != (account.DisplayName, account.ShowName))
        {
            await ChangeFeedTables.RecordAsync(session, account.Id);
        }

        return updated;
    }

    private async Task<AccountRecord?> FindWhereAsync(string condition, string key, CancellationToken cancellationToken)
    {
        var row = await database.ReadAsync(session => AccountTable.FindAsync(session, condition, key), cancellationToken);
        return row?.ToRecord();
    }
}

/// <summary>The table <c>first_person</c>: at most one row, so that the database decides who registered first.</summary>
internal static class FirstPerson
{
    /// <summary>Returns whether anybody has registered.</summary>
    public static Task<bool> ExistsAsync(LedgerSession session) =>
        session.FindAsync<bool>("SELECT EXISTS (SELECT 1 FROM first_person)");

    /// <summary>Makes the account the site's administrator if it is the first person; returns false when another was first.</summary>
    public static async Task<bool> ClaimAsync(LedgerSession session, UserId account)
    {
        var claimed = await session.ExecuteAsync(
            "INSERT INTO first_person (singleton, account_id) VALUES (1, @account) ON CONFLICT (singleton) DO NOTHING",
            new { account });
        return claimed == 1
            && await session.ExecuteAsync("UPDATE accounts SET is_site_administrator = TRUE WHERE id = @account", new { account }) == 1;
    }
}

/// <summary>The table <c>accounts</c>.</summary>
internal static class AccountTable
{
    /// <summary>
    /// Locks the account until the commit; returns false when there is none. Comes before the locks of enrolments and of feeds, as when
    /// the account is deleted: a deletion has come before, or waits.
    /// </summary>
    public static async Task<bool> LockAsync(LedgerSession session, UserId user) =>
        await session.ExecuteAsync("UPDATE accounts SET created_at = created_at WHERE id = @user", new { user }) == 1;

    /// <summary>Returns the account that meets a condition on <c>@key</c>; null when none does.</summary>
    public static Task<AccountRow?> FindAsync(LedgerSession session, string condition, string key) =>
        session.FindAsync<AccountRow>(
            $"""
            SELECT id, email, normalized_email, display_name, zone_id, show_name, password_hash, security_stamp,
                concurrency_stamp, lockout_end, access_failed_count, is_site_administrator, kind, created_at, disabled
            FROM accounts WHERE {condition}
            """,
            new { key });

    /// <summary>Inserts an account; returns false when its e-mail is taken.</summary>
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

    /// <summary>Saves what can change; returns false when the concurrency stamp has changed.</summary>
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

/// <summary>A row of <c>accounts</c>.</summary>
internal sealed class AccountRow
{
    public UserId Id { get; init; }

    public string? Email { get; init; }

    public string? NormalizedEmail { get; init; }

    public string DisplayName { get; init; } = "";

    public string ZoneId { get; init; } = "";

    public bool ShowName { get; init; }

    public string? PasswordHash { get; init; }

    public string SecurityStamp { get; init; } = "";

    public string ConcurrencyStamp { get; init; } = "";

    public DateTimeOffset? LockoutEnd { get; init; }

    public int AccessFailedCount { get; init; }

    public bool IsSiteAdministrator { get; init; }

    public AccountKind Kind { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public bool Disabled { get; init; }

    public AccountRecord ToRecord() => new(
        Id,
        Email,
        NormalizedEmail,
        DisplayName,
        ZoneId,
        ShowName,
        PasswordHash,
        SecurityStamp,
        ConcurrencyStamp,
        LockoutEnd,
        AccessFailedCount,
        IsSiteAdministrator,
        Kind,
        CreatedAt)
    {
        IsDisabled = Disabled,
    };
}
