namespace StretchChallenge.Server.Live;

internal sealed partial class LiveRelay
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "Renewing the lease on a challenge's boards failed.")]
    private partial void LogRenewalFailed(Exception exception);

    [LoggerMessage(Level = LogLevel.Debug, Message = "A live message could not be sent.")]
    private partial void LogSendFailed(Exception exception);
}
