using Microsoft.Extensions.Logging;

namespace Orleans.Utilities;

/// <summary>What an observer manager logs.</summary>
public partial class ObserverManager<TIdentity, TObserver>
{
    [LoggerMessage(LogLevel.Debug, "The observer {Id} failed and is removed")]
    private partial void LogFailed(Exception exception, TIdentity id);
}
