using System.Collections.Immutable;
using StretchChallenge.Domain;
using StretchChallenge.Storage.Database;

namespace StretchChallenge.Storage.Accounts;

/// <summary>The browsers in which people are signed in. That a sign-in was ended is kept by <see cref="IRevokedSignInStore" />.</summary>
public interface ISignInStore
{
    /// <summary>Saves a sign-in, or that it was used again; does nothing for one that was ended.</summary>
    Task SaveAsync(UserId user, SignInRecord signIn, CancellationToken cancellationToken = default);

    /// <summary>Returns a person's sign-ins that were used at this instant or later, the last used first.</summary>
    Task<ImmutableArray<SignInRecord>> LoadAsync(UserId user, DateTimeOffset since, CancellationToken cancellationToken = default);

    /// <summary>Ends one; returns false when the person has no such sign-in.</summary>
    Task<bool> EndAsync(UserId user, RevokedSignIn ended, CancellationToken cancellationToken = default);

    /// <summary>Ends all that a person has, but one.</summary>
    /// <param name="user">The person.</param>
    /// <param name="kept">The one that stays; null for none.</param>
    /// <param name="at">When.</param>
    /// <param name="expiresAt">When the last of their cookies expires.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    Task EndAllAsync(UserId user, string? kept, DateTimeOffset at, DateTimeOffset expiresAt, CancellationToken cancellationToken = default);

    /// <summary>Deletes those that were last used before this instant: their cookies have expired.</summary>
    Task ExpireAsync(DateTimeOffset before, CancellationToken cancellationToken = default);
}

/// <summary>A browser in which somebody is signed in.</summary>
/// <param name="Id">The sign-in.</param>
/// <param name="CreatedAt">When they signed in.</param>
/// <param name="LastUsedAt">When it was last used, to about an hour.</param>
/// <param name="Browser">The browser's and the system's name, such as <c>Firefox, Windows</c>; null when unknown.</param>
public sealed record SignInRecord(string Id, DateTimeOffset CreatedAt, DateTimeOffset LastUsedAt, string? Browser);

/// <inheritdoc cref="ISignInStore" />
internal sealed class SignInStore(LedgerDatabase database) : ISignInStore
{
    /// <inheritdoc />
    public Task SaveAsync(UserId user, SignInRecord signIn, CancellationToken cancellationToken = default) => database.WriteAsync(
        session => session.ExecuteAsync(
            """
            INSERT INTO sign_ins (id, user_id, created_at, last_used_at, browser)
            SELECT @Id, @user, @CreatedAt, @LastUsedAt, @Browser
            WHERE NOT EXISTS (SELECT 1 FROM revoked_sign_ins WHERE id = @Id)
            ON CONFLICT (id) DO UPDATE SET last_used_at = excluded.last_used_at, browser = excluded.browser
            """,
            new { signIn.Id, user, signIn.CreatedAt, signIn.LastUsedAt, signIn.Browser }),
        cancellationToken);

    /// <inheritdoc />
    public async Task<ImmutableArray<SignInRecord>> LoadAsync(UserId user, DateTimeOffset since, CancellationToken cancellationToken = default)
    {
        var rows = await database.ReadAsync(
            session => session.QueryAsync<SignInRow>(
                """
                SELECT id, created_at, last_used_at, browser FROM sign_ins
                WHERE user_id = @user AND last_used_at >= @since ORDER BY last_used_at DESC, id
                """,
                new { user, since }),
            cancellationToken);
        return [.. rows.Select(row => new SignInRecord(row.Id, row.CreatedAt, row.LastUsedAt, row.Browser))];
    }

    /// <inheritdoc />
    public Task<bool> EndAsync(UserId user, RevokedSignIn ended, CancellationToken cancellationToken = default) => database.WriteAsync(
        async session =>
        {
            if (await session.ExecuteAsync("DELETE FROM sign_ins WHERE id = @Id AND user_id = @user", new { ended.Id, user }) == 0)
            {
                return false;
            }

            await RevokedSignInTable.AddAsync(session, ended);
            return true;
        },
        cancellationToken);

    /// <inheritdoc />
    public Task EndAllAsync(UserId user, string? kept, DateTimeOffset at, DateTimeOffset expiresAt, CancellationToken cancellationToken = default) =>
        database.WriteAsync(session => SignInTable.EndAllAsync(session, user, at, expiresAt, kept), cancellationToken);

    /// <inheritdoc />
    public Task ExpireAsync(DateTimeOffset before, CancellationToken cancellationToken = default) => database.WriteAsync(
        session => session.ExecuteAsync("DELETE FROM sign_ins WHERE last_used_at < @before", new { before }), cancellationToken);
}

/// <summary>The table <c>sign_ins</c>.</summary>
internal static class SignInTable
{
    /// <summary>Ends all sign-ins of a person but <paramref name="kept" />, so that no copy of their cookies is accepted any more.</summary>
    public static Task<int> EndAllAsync(
        LedgerSession session, UserId user, DateTimeOffset at, DateTimeOffset expiresAt, string? kept = null) => session.ExecuteAsync(
        """
        INSERT INTO revoked_sign_ins (id, revoked_at, expires_at)
        SELECT id, @at, @expiresAt FROM sign_ins WHERE user_id = @user AND id <> @kept
        ON CONFLICT (id) DO NOTHING;

        DELETE FROM sign_ins WHERE user_id = @user AND id <> @kept
        """,
        new { user, at, expiresAt, kept = kept ?? "" });
}

/// <summary>A row of <c>sign_ins</c>.</summary>
internal sealed class SignInRow
{
    public string Id { get; init; } = "";

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset LastUsedAt { get; init; }

    public string? Browser { get; init; }
}
