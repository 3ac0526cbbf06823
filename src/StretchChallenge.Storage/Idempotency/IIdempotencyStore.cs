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

    /// <summary>Deletes what is older than 24 hours, and tells how many keys that were.</summary>
    Task<int> ExpireAsync(DateTimeOffset now, CancellationToken cancellationToken = default);
}
