namespace StretchChallenge.Server.Health;

internal static partial class HealthEndpoints
{
    [LoggerMessage(LogLevel.Warning, "The server is not ready.")]
    private static partial void NotReady(ILogger log, Exception exception);
}
