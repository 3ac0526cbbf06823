using StretchChallenge.Domain;

namespace StretchChallenge.Storage.Idempotency;

/// <summary>What an <c>Idempotency-Key</c> is kept for.</summary>
/// <param name="User">Who asked.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path asked.</param>
/// <param name="Key">The header's value.</param>
public sealed record IdempotencyKey(UserId User, string Method, string Path, string Key);
