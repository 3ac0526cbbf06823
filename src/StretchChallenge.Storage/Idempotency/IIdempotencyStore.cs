using StretchChallenge.Domain;

namespace StretchChallenge.Storage.Idempotency;

/// <summary>First answers, kept for 24 hours by their key, on every node.</summary>
public interface IIdempotencyStore
{
    /// <summary>Takes the key for the caller, or tells why not: of any number at once exactly one gets it.</summary>
    /// <remarks>A key that was reserved but neither completed nor released for a minute is free again: its server died.</remarks>
    Task<IdempotencyReservation> ReserveAsync(
        IdempotencyKey key,
        string bodyHash,
        DateTimeOffset at,
        CancellationToken cancellationToken = default);

    /// <summary>Keeps the answer to a reserved key.</summary>
    Task CompleteAsync(IdempotencyKey key, StoredResponse response, CancellationToken cancellationToken = default);

    /// <summary>Frees a reserved key, because its answer is not to be kept (5xx).</summary>
    Task ReleaseAsync(IdempotencyKey key, CancellationToken cancellationToken = default);

    /// <summary>
    /// Empties the answers that a person got at a path, because what they tell was deleted: repeats get 204 from now on,
    /// and still change nothing.
    /// </summary>
    /// <param name="user">The person.</param>
    /// <param name="path">The path in lower case, without a slash at its end; keys hold it as it was asked for.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    Task ForgetAnswersAsync(UserId user, string path, CancellationToken cancellationToken = default);

    /// <summary>Deletes what is older than 24 hours, and tells how many keys that were.</summary>
    Task<int> ExpireAsync(DateTimeOffset now, CancellationToken cancellationToken = default);
}
