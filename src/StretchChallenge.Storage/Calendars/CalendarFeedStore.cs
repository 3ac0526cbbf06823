using StretchChallenge.Domain;
using StretchChallenge.Storage.Database;

namespace StretchChallenge.Storage.Calendars;

/// <summary>The secret URLs of calendar feeds, as hashes; each person has at most one.</summary>
public interface ICalendarFeedStore
{
    /// <summary>Saves a new secret for a person's feed; it replaces the old one.</summary>
    Task SaveAsync(UserId user, string secretHash, DateTimeOffset at, CancellationToken cancellationToken = default);

    /// <summary>Returns whose feed has this secret; null when there is none, or when the account is disabled.</summary>
    Task<UserId?> FindAsync(string secretHash, CancellationToken cancellationToken = default);

    /// <summary>Revokes a person's feed, if there is one.</summary>
    Task RemoveAsync(UserId user, CancellationToken cancellationToken = default);
}

/// <inheritdoc />
internal sealed class CalendarFeedStore(LedgerDatabase database) : ICalendarFeedStore
{
    /// <inheritdoc />
    public Task SaveAsync(UserId user, string secretHash, DateTimeOffset at, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            transaction => transaction.ExecuteAsync(
                """
                INSERT INTO calendar_feeds (user_id, secret_hash, created_at) VALUES (@user, @secretHash, @at)
                ON CONFLICT (user_id) DO UPDATE SET secret_hash = excluded.secret_hash, created_at = excluded.created_at
                """,
                new { user, secretHash, at }),
            cancellationToken);

    /// <inheritdoc />
    public Task<UserId?> FindAsync(string secretHash, CancellationToken cancellationToken = default) =>
        database.ReadAsync(
            read => read.FindAsync<UserId?>(
                """
                SELECT user_id FROM calendar_feeds
                WHERE secret_hash = @secretHash AND EXISTS (SELECT 1 FROM accounts WHERE id = user_id AND disabled = FALSE)
                """,
                new { secretHash }),
            cancellationToken);

    /// <inheritdoc />
    public Task RemoveAsync(UserId user, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            transaction => transaction.ExecuteAsync("DELETE FROM calendar_feeds WHERE user_id = @user", new { user }),
            cancellationToken);
}
