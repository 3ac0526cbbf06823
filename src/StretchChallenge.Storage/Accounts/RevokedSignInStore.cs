using System.Collections.Immutable;
using StretchChallenge.Storage.Database;

namespace StretchChallenge.Storage.Accounts;

/// <summary>Sign-ins that were ended before their cookies expire.</summary>
public interface IRevokedSignInStore
{
    /// <summary>Saves one. Idempotent.</summary>
    Task AddAsync(RevokedSignIn revoked, CancellationToken cancellationToken = default);

    /// <summary>Returns those that were revoked at this instant or later.</summary>
    Task<ImmutableArray<RevokedSignIn>> LoadSinceAsync(DateTimeOffset since, CancellationToken cancellationToken = default);

    /// <summary>Deletes those whose cookies have expired by now.</summary>
    Task ExpireAsync(DateTimeOffset now, CancellationToken cancellationToken = default);
}

/// <summary>A sign-in that was ended.</summary>
/// <param name="Id">The sign-in.</param>
/// <param name="RevokedAt">When it was ended.</param>
/// <param name="ExpiresAt">When its cookie expires at the latest.</param>
public sealed record RevokedSignIn(string Id, DateTimeOffset RevokedAt, DateTimeOffset ExpiresAt);

/// <inheritdoc cref="IRevokedSignInStore" />
internal sealed class RevokedSignInStore(LedgerDatabase database) : IRevokedSignInStore
{
    /// <inheritdoc />
    public Task AddAsync(RevokedSignIn revoked, CancellationToken cancellationToken = default) => database.WriteAsync(
        async session =>
        {
            await session.ExecuteAsync("DELETE FROM sign_ins WHERE id = @Id", new { revoked.Id });
            return await RevokedSignInTable.AddAsync(session, revoked);
        },
        cancellationToken);

    /// <inheritdoc />
    public async Task<ImmutableArray<RevokedSignIn>> LoadSinceAsync(DateTimeOffset since, CancellationToken cancellationToken = default)
    {
        var rows = await database.ReadAsync(
            session => session.QueryAsync<RevokedSignInRow>(
                "SELECT id, revoked_at, expires_at FROM revoked_sign_ins WHERE revoked_at >= @since", new { since }),
            cancellationToken);
        return [.. rows.Select(row => new RevokedSignIn(row.Id, row.RevokedAt, row.ExpiresAt))];
    }

    /// <inheritdoc />
    public Task ExpireAsync(DateTimeOffset now, CancellationToken cancellationToken = default) => database.WriteAsync(
        session => session.ExecuteAsync("DELETE FROM revoked_sign_ins WHERE expires_at <= @now", new { now }), cancellationToken);
}

/// <summary>The table <c>revoked_sign_ins</c>.</summary>
internal static class RevokedSignInTable
{
    /// <summary>Adds one. Idempotent.</summary>
    public static Task<int> AddAsync(LedgerSession session, RevokedSignIn revoked) => session.ExecuteAsync(
        """
        INSERT INTO revoked_sign_ins (id, revoked_at, expires_at) VALUES (@Id, @RevokedAt, @ExpiresAt)
        ON CONFLICT (id) DO NOTHING
        """,
        revoked);
}

/// <summary>A row of <c>revoked_sign_ins</c>.</summary>
internal sealed class RevokedSignInRow
{
    public string Id { get; init; } = "";

    public DateTimeOffset RevokedAt { get; init; }

    public DateTimeOffset ExpiresAt { get; init; }
}
