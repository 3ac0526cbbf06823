namespace StretchChallenge.Storage.Idempotency;

/// <summary>The first answer to a request, given again to its repeats.</summary>
/// <param name="StatusCode">The HTTP status.</param>
/// <param name="ContentType">The content type; null where there is no body.</param>
/// <param name="Body">The body as sent.</param>
public sealed record StoredResponse(int StatusCode, string? ContentType, ReadOnlyMemory<byte> Body);
