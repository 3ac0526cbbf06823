namespace StretchChallenge.Server.Idempotency;

/// <summary>Marks endpoints whose POSTs may carry an <c>Idempotency-Key</c>.</summary>
internal sealed class IdempotencyKeysAccepted;
