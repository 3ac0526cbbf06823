using StretchChallenge.Domain;
using StretchChallenge.Storage.Database;

namespace StretchChallenge.Storage.Idempotency;

/// <summary>First answers to requests with an <c>Idempotency-Key</c>, kept for 24 hours and shared by all nodes.</summary>
public interface IIdempotencyStore
{
    /// <summary>Reserves the key for the caller, or returns why not. Of concurrent callers exactly one gets it.</summary>
    /// <remarks>A key that was neither completed nor released within a minute is free again: its server has died.</remarks>
    Task<IdempotencyReservation> ReserveAsync(
        IdempotencyKey key,
        string bodyHash,
        DateTimeOffset at,
        CancellationToken cancellationToken = default);

    /// <summary>Saves the answer for a reserved key.</summary>
    Task CompleteAsync(IdempotencyKey key, StoredResponse response, CancellationToken cancellationToken = default);

    /// <summary>Releases a reserved key whose answer is not kept (5xx, 429).</summary>
    Task ReleaseAsync(IdempotencyKey key, CancellationToken cancellationToken = default);

    /// <summary>
    /// Replaces the answers that a person got at a path by an empty 204, because the data in them was deleted. Repeats still
    /// change nothing.
    /// </summary>
    /// <param name="user">The person.</param>
    /// <param name="path">The path in lower case, without a trailing slash; keys contain it as requested.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    Task ForgetAnswersAsync(UserId user, string path, CancellationToken cancellationToken = default);

    /// <summary>Deletes keys older than 24 hours; returns their number.</summary>
    Task<int> ExpireAsync(DateTimeOffset now, CancellationToken cancellationToken = default);
}

/// <summary>What an <c>Idempotency-Key</c> is valid for.</summary>
/// <param name="User">The caller.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path as requested.</param>
/// <param name="Key">The header's value.</param>
public sealed record IdempotencyKey(UserId User, string Method, string Path, string Key);

/// <summary>The first answer to a request.</summary>
/// <param name="StatusCode">The HTTP status.</param>
/// <param name="ContentType">The content type; null when there is no body.</param>
/// <param name="Body">The body; the caller encrypts it before storing.</param>
public sealed record StoredResponse(int StatusCode, string? ContentType, ReadOnlyMemory<byte> Body);

/// <summary>The result of reserving a key.</summary>
public abstract record IdempotencyReservation
{
    private IdempotencyReservation()
    {
    }

    /// <summary>The caller has the key, and must complete or release it.</summary>
    public sealed record Reserved : IdempotencyReservation;

    /// <summary>The same request is in progress.</summary>
    public sealed record InProgress : IdempotencyReservation;

    /// <summary>The same request was answered.</summary>
    public sealed record Answered(StoredResponse Response) : IdempotencyReservation;

    /// <summary>The key was used with another body.</summary>
    public sealed record OtherBody : IdempotencyReservation;
}

/// <inheritdoc />
internal sealed class IdempotencyStore(LedgerDatabase database) : IIdempotencyStore
{
    private const string Key = "user_id = @User AND method = @Method AND path = @Path AND key = @Key";

    /// <summary>How long an answer is kept.</summary>
    private static readonly TimeSpan Retention = TimeSpan.FromHours(24);

    /// <summary>After how long a reservation without an answer is considered abandoned by a server that died.</summary>
    private static readonly TimeSpan ReservationTimeout = TimeSpan.FromMinutes(1);

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
                    new { key.User, key.Method, key.Path, key.Key, Outdated = at - Retention, Abandoned = at - ReservationTimeout });
                var reserved = await session.ExecuteAsync(
                    """
                    INSERT INTO idempotency_keys (user_id, method, path, key, body_hash, reserved_at)
                    VALUES (@User, @Method, @Path, @Key, @bodyHash, @at)
                    ON CONFLICT (user_id, method, path, key) DO NOTHING
                    """,
                    new { key.User, key.Method, key.Path, key.Key, bodyHash, at });
                return reserved == 1 ? new IdempotencyReservation.Reserved() : await ReadReservationAsync(session, key, bodyHash);
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
            session => session.ExecuteAsync("DELETE FROM idempotency_keys WHERE reserved_at <= @Outdated", new { Outdated = now - Retention }),
            cancellationToken);

    private static async Task<IdempotencyReservation> ReadReservationAsync(LedgerSession session, IdempotencyKey key, string bodyHash)
    {
        var row = await session.FindAsync<IdempotencyRow>(
            $"SELECT body_hash, status_code, content_type, body FROM idempotency_keys WHERE {Key}",
            key);
        return row switch
        {
            // Released in between: the next attempt will find it free.
            null => new IdempotencyReservation.InProgress(),
            _ when row.BodyHash != bodyHash => new IdempotencyReservation.OtherBody(),
            { StatusCode: { } status } => new IdempotencyReservation.Answered(new StoredResponse(status, row.ContentType, row.Body)),
            _ => new IdempotencyReservation.InProgress(),
        };
    }
}

/// <summary>A row of <c>idempotency_keys</c>.</summary>
internal sealed class IdempotencyRow
{
    public string BodyHash { get; init; } = "";

    public int? StatusCode { get; init; }

    public string? ContentType { get; init; }

    public byte[]? Body { get; init; }
}
