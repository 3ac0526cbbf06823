using Microsoft.Extensions.Logging;

namespace StretchChallenge.Storage.Idempotency;

internal sealed partial class IdempotencyExpiry
{
    [LoggerMessage(1, LogLevel.Warning, "Outdated idempotency keys could not be deleted")]
    private partial void LogFailed(Exception error);
}
