using StretchChallenge.Domain;
using StretchChallenge.Storage.Database;

namespace StretchChallenge.Storage.Idempotency;

/// <summary>First answers in the database.</summary>
internal sealed class IdempotencyStore(LedgerDatabase database) : IIdempotencyStore
{
    private const string Key = "user_id = @User AND method = @Method AND path = @Path AND key = @Key";

    /// <summary>How long an answer is kept.</summary>
    private static readonly TimeSpan _kept = TimeSpan.FromHours(24);

    /// <summary>After how long a reservation without an answer belongs to a server that died.</summary>
    private static readonly TimeSpan _abandoned = TimeSpan.FromMinutes(1);

    /// <inheritdoc />
    public Task<IdempotencyReservation> ReserveAsync(
        IdempotencyKey key,
        string bodyHash,
        DateTimeOffset at,
        CancellationToken cancellationToken = default) =>
        database.WriteAsync<IdempotencyReservation>(
            async session =>
            {
                await session.ExecuteAsync(
                    $"""
                    DELETE FROM idempotency_keys WHERE {Key}
                    AND (reserved_at <= @Outdated OR (status_code IS NULL AND reserved_at <= @Abandoned))
                    """,
                    new { key.User, key.Method, key.Path, key.Key, Outdated = at - _kept, Abandoned = at - _abandoned });
                var reserved = await session.ExecuteAsync(
                    """
                    INSERT INTO idempotency_keys (user_id, method, path, key, body_hash, reserved_at)
                    VALUES (@User, @Method, @Path, @Key, @bodyHash, @at)
                    ON CONFLICT (user_id, method, path, key) DO NOTHING
                    """,
                    new { key.User, key.Method, key.Path, key.Key, bodyHash, at });
                return reserved == 1 ? new IdempotencyReservation.Reserved() : await JudgeAsync(session, key, bodyHash);
            },
            cancellationToken);

    /// <inheritdoc />
    public Task CompleteAsync(IdempotencyKey key, StoredResponse response, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            session => session.ExecuteAsync(
                $"""
                UPDATE idempotency_keys SET status_code = @StatusCode, content_type = @ContentType, body = @Body
                WHERE {Key} AND status_code IS NULL
                """,
                new { key.User, key.Method, key.Path, key.Key, response.StatusCode, response.ContentType, Body = response.Body.ToArray() }),
            cancellationToken);

    /// <inheritdoc />
    public Task ReleaseAsync(IdempotencyKey key, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            session => session.ExecuteAsync($"DELETE FROM idempotency_keys WHERE {Key} AND status_code IS NULL", key),
            cancellationToken);

    /// <inheritdoc />
    public Task ForgetAnswersAsync(UserId user, string path, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            session => session.ExecuteAsync(
                """
                UPDATE idempotency_keys SET status_code = 204, content_type = NULL, body = NULL
                WHERE user_id = @user AND rtrim(lower(path), '/') = @path AND status_code IS NOT NULL
                """,
                new { user, path }),
            cancellationToken);

    /// <inheritdoc />
    public Task<int> ExpireAsync(DateTimeOffset now, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            session => session.ExecuteAsync("DELETE FROM idempotency_keys WHERE reserved_at <= @Outdated", new { Outdated = now - _kept }),
            cancellationToken);

    private static async Task<IdempotencyReservation> JudgeAsync(LedgerSession session, IdempotencyKey key, string bodyHash)
    {
        var row = await session.FindAsync<IdempotencyRow>(
            $"SELECT body_hash, status_code, content_type, body FROM idempotency_keys WHERE {Key}",
            key);
        return row switch
        {
            // Released in between: whoever had it is done, and a repeat finds it free.
            null => new IdempotencyReservation.InProgress(),
            _ when row.BodyHash != bodyHash => new IdempotencyReservation.OtherBody(),
            { StatusCode: { } status } => new IdempotencyReservation.Answered(new StoredResponse(status, row.ContentType, row.Body)),
            _ => new IdempotencyReservation.InProgress(),
        };
    }
}
