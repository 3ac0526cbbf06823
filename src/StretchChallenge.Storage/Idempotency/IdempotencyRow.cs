namespace StretchChallenge.Storage.Idempotency;

/// <summary>A row of <c>idempotency_keys</c>.</summary>
internal sealed class IdempotencyRow
{
    public string BodyHash { get; init; } = "";

    public int? StatusCode { get; init; }

    public string? ContentType { get; init; }

    public byte[]? Body { get; init; }
}
