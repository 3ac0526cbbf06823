using Microsoft.Extensions.Logging;

namespace StretchChallenge.Storage.Ledger;

internal sealed partial class LedgerWriter
{
    [LoggerMessage(1, LogLevel.Error, "A batch of {Count} ledger entries failed")]
    private partial void LogFailed(Exception error, int count);
}
