using System.Collections.Immutable;
using StretchChallenge.Domain;
using StretchChallenge.Storage.Database;

namespace StretchChallenge.Storage.Accounts;

/// <summary>The passkeys by which people sign in. A challenge is answered once: with the same one everything here is refused.</summary>
public interface IPasskeyStore
{
    /// <summary>Returns a person's passkeys, the oldest first.</summary>
    Task<ImmutableArray<PasskeyRecord>> LoadAsync(UserId user, CancellationToken cancellationToken = default);

    /// <summary>Returns the passkey of a credential; null when there is none.</summary>
    Task<PasskeyRecord?> FindAsync(string credentialId, CancellationToken cancellationToken = default);

    /// <summary>Adds a passkey to an account.</summary>
    /// <param name="passkey">The passkey.</param>
    /// <param name="challenge">The challenge that its authenticator answered.</param>
    /// <param name="most">How many an account may have.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    Task<PasskeyAddition> AddAsync(PasskeyRecord passkey, UsedChallenge challenge, int most, CancellationToken cancellationToken = default);

    /// <summary>
    /// Saves a new account that signs in by a passkey, as <see cref="IAccountStore.CreateAsync" /> does; null when the challenge or
    /// the credential was used before. An account that is not created leaves the challenge unused.
    /// </summary>
    Task<AccountCreation?> CreateAccountAsync(
        AccountRecord account, bool mayBeFirst, PasskeyRecord passkey, UsedChallenge challenge, CancellationToken cancellationToken = default);

    /// <summary>
    /// Notes that a passkey was used; returns false when it is gone, its counter did not grow, or the challenge was used before. A
    /// counter that stays 0 is of an authenticator without one.
    /// </summary>
    Task<bool> UseAsync(PasskeyUse use, UsedChallenge challenge, CancellationToken cancellationToken = default);

    /// <summary>Removes a passkey of a person, unless they could not sign in any more.</summary>
    Task<PasskeyRemoval> RemoveAsync(UserId user, string id, CancellationToken cancellationToken = default);
}

/// <summary>A passkey.</summary>
/// <param name="Id">Names it in the API.</param>
/// <param name="UserId">Whose it is.</param>
/// <param name="CredentialId">The authenticator's id of it, in base64url; unique.</param>
/// <param name="Name">What its owner calls it.</param>
/// <param name="PublicKey">The public key, as COSE.</param>
/// <param name="SignCount">The authenticator's counter at its last use.</param>
/// <param name="IsBackupEligible">Whether it may be on several devices.</param>
/// <param name="IsBackedUp">Whether it is, as of its last use.</param>
/// <param name="Transports">How its authenticator is reached, separated by spaces.</param>
/// <param name="CreatedAt">When it was added.</param>
/// <param name="LastUsedAt">When its owner last signed in by it; null where never.</param>
public sealed record PasskeyRecord(
    string Id,
    UserId UserId,
    string CredentialId,
    string Name,
    byte[] PublicKey,
    long SignCount,
    bool IsBackupEligible,
    bool IsBackedUp,
    string Transports,
    DateTimeOffset CreatedAt,
    DateTimeOffset? LastUsedAt);

/// <summary>A use of a passkey.</summary>
/// <param name="CredentialId">The authenticator's id of it.</param>
/// <param name="SignCount">The authenticator's counter now.</param>
/// <param name="IsBackedUp">Whether it is on several devices now.</param>
/// <param name="At">When.</param>
public sealed record PasskeyUse(string CredentialId, long SignCount, bool IsBackedUp, DateTimeOffset At);

/// <summary>A challenge that was answered.</summary>
/// <param name="Id">Unique.</param>
/// <param name="ExpiresAt">From when on it is refused anyway.</param>
/// <param name="At">When it was answered.</param>
public sealed record UsedChallenge(string Id, DateTimeOffset ExpiresAt, DateTimeOffset At);

/// <summary>What became of a passkey that was to be added.</summary>
public enum PasskeyAddition
{
    /// <summary>It was added.</summary>
    Added,

    /// <summary>The challenge or the credential was used before.</summary>
    Used,

    /// <summary>The account has the most already.</summary>
    TooMany,
}

/// <summary>What became of a passkey that was to be removed.</summary>
public enum PasskeyRemoval
{
    /// <summary>It was removed.</summary>
    Removed,

    /// <summary>The person has no such one.</summary>
    Unknown,

    /// <summary>They could not sign in any more without it.</summary>
    LastMeans,
}

/// <inheritdoc cref="IPasskeyStore" />
internal sealed class PasskeyStore(LedgerDatabase database) : IPasskeyStore
{
    private const string Columns =
        "id, user_id, credential_id, name, public_key, sign_count, is_backup_eligible, is_backed_up, transports, created_at, last_used_at";

    /// <inheritdoc />
    public async Task<ImmutableArray<PasskeyRecord>> LoadAsync(UserId user, CancellationToken cancellationToken = default)
    {
        var rows = await database.ReadAsync(
            session => session.QueryAsync<PasskeyRow>(
                $"SELECT {Columns} FROM passkeys WHERE user_id = @user ORDER BY created_at, id", new { user }),
            cancellationToken);
        return [.. rows.Select(row => row.ToRecord())];
    }

    /// <inheritdoc />
    public async Task<PasskeyRecord?> FindAsync(string credentialId, CancellationToken cancellationToken = default)
    {
        var row = await database.ReadAsync(
            session => session.FindAsync<PasskeyRow>(
                $"SELECT {Columns} FROM passkeys WHERE credential_id = @credentialId", new { credentialId }),
            cancellationToken);
        return row?.ToRecord();
    }

    /// <inheritdoc />
    public async Task<PasskeyAddition> AddAsync(
        PasskeyRecord passkey, UsedChallenge challenge, int most, CancellationToken cancellationToken = default)
    {
        try
        {
            return await database.WriteAsync(
                async session =>
                {
                    await AccountTable.LockAsync(session, passkey.UserId);
                    if (await SignInMeans.CountPasskeysAsync(session, passkey.UserId) >= most)
                    {
                        return PasskeyAddition.TooMany;
                    }

                    await UseUpAsync(session, challenge);
                    await InsertAsync(session, passkey);
                    return PasskeyAddition.Added;
                },
                cancellationToken);
        }
        catch (UsedException)
        {
            return PasskeyAddition.Used;
        }
    }

    /// <inheritdoc />
    public async Task<AccountCreation?> CreateAccountAsync(
        AccountRecord account, bool mayBeFirst, PasskeyRecord passkey, UsedChallenge challenge, CancellationToken cancellationToken = default)
    {
        try
        {
            return await database.WriteAsync(
                async session =>
                {
                    await UseUpAsync(session, challenge);
                    var creation = await AccountStore.CreateAsync(session, account, mayBeFirst);
                    if (creation is not AccountCreation.Created)
                    {
                        throw new NotCreatedException(creation);
                    }

                    await InsertAsync(session, passkey);
                    return creation;
                },
                cancellationToken);
        }
        catch (NotCreatedException refused)
        {
            return refused.Creation;
        }
        catch (UsedException)
        {
            return null;
        }
    }

    /// <inheritdoc />
    public async Task<bool> UseAsync(PasskeyUse use, UsedChallenge challenge, CancellationToken cancellationToken = default)
    {
        try
        {
            return await database.WriteAsync(
                async session =>
                {
                    await UseUpAsync(session, challenge);
                    var used = await session.ExecuteAsync(
                        """
                        UPDATE passkeys SET sign_count = @SignCount, is_backed_up = @IsBackedUp, last_used_at = @At
                        WHERE credential_id = @CredentialId AND (sign_count < @SignCount OR (sign_count = 0 AND @SignCount = 0))
                        """,
                        new { use.CredentialId, use.SignCount, use.IsBackedUp, use.At });
                    return used == 1;
                },
                cancellationToken);
        }
        catch (UsedException)
        {
            return false;
        }
    }

    /// <inheritdoc />
    public Task<PasskeyRemoval> RemoveAsync(UserId user, string id, CancellationToken cancellationToken = default) => database.WriteAsync(
        async session =>
        {
            await AccountTable.LockAsync(session, user);
            if (!await session.FindAsync<bool>(
                "SELECT EXISTS (SELECT 1 FROM passkeys WHERE id = @id AND user_id = @user)", new { id, user }))
            {
                return PasskeyRemoval.Unknown;
            }

            if (await SignInMeans.CountAsync(session, user) == 1)
            {
                return PasskeyRemoval.LastMeans;
            }

            await session.ExecuteAsync("DELETE FROM passkeys WHERE id = @id AND user_id = @user", new { id, user });
            return PasskeyRemoval.Removed;
        },
        cancellationToken);

    private static async Task InsertAsync(LedgerSession session, PasskeyRecord passkey)
    {
        var added = await session.ExecuteAsync(
            $"""
            INSERT INTO passkeys ({Columns})
            VALUES (@Id, @UserId, @CredentialId, @Name, @PublicKey, @SignCount, @IsBackupEligible, @IsBackedUp, @Transports, @CreatedAt, @LastUsedAt)
            ON CONFLICT (credential_id) DO NOTHING
            """,
            new
            {
                passkey.Id,
                passkey.UserId,
                passkey.CredentialId,
                passkey.Name,
                passkey.PublicKey,
                passkey.SignCount,
                passkey.IsBackupEligible,
                passkey.IsBackedUp,
                passkey.Transports,
                passkey.CreatedAt,
                passkey.LastUsedAt,
            });
        if (added == 0)
        {
            throw new UsedException();
        }
    }

    // Expired ones go with the next that is used.
    private static async Task UseUpAsync(LedgerSession session, UsedChallenge challenge)
    {
        await session.ExecuteAsync("DELETE FROM used_challenges WHERE expires_at < @At", new { challenge.At });
        var isNew = await session.ExecuteAsync(
            "INSERT INTO used_challenges (id, expires_at) VALUES (@Id, @ExpiresAt) ON CONFLICT (id) DO NOTHING",
            new { challenge.Id, challenge.ExpiresAt });
        if (isNew == 0)
        {
            throw new UsedException();
        }
    }

    // Both roll the transaction back.
    private sealed class UsedException : Exception;

    private sealed class NotCreatedException(AccountCreation creation) : Exception
    {
        public AccountCreation Creation => creation;
    }
}

/// <summary>The means by which a person can sign in.</summary>
internal static class SignInMeans
{
    /// <summary>How many passkeys there are.</summary>
    public static Task<long> CountPasskeysAsync(LedgerSession session, UserId user) =>
        session.FindAsync<long>("SELECT COUNT(*) FROM passkeys WHERE user_id = @user", new { user });

    /// <summary>How many means there are: the password is one, each passkey is one.</summary>
    public static async Task<long> CountAsync(LedgerSession session, UserId user) =>
        await CountPasskeysAsync(session, user)
        + await session.FindAsync<long>("SELECT COUNT(*) FROM accounts WHERE id = @user AND password_hash IS NOT NULL", new { user });
}

/// <summary>A row of <c>passkeys</c>.</summary>
internal sealed class PasskeyRow
{
    public string Id { get; init; } = "";

    public UserId UserId { get; init; }

    public string CredentialId { get; init; } = "";

    public string Name { get; init; } = "";

    public byte[] PublicKey { get; init; } = [];

    public long SignCount { get; init; }

    public bool IsBackupEligible { get; init; }

    public bool IsBackedUp { get; init; }

    public string Transports { get; init; } = "";

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? LastUsedAt { get; init; }

    public PasskeyRecord ToRecord() => new(
        Id, UserId, CredentialId, Name, PublicKey, SignCount, IsBackupEligible, IsBackedUp, Transports, CreatedAt, LastUsedAt);
}
