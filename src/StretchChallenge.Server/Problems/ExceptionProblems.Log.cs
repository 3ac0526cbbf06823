namespace StretchChallenge.Server.Problems;

internal sealed partial class ExceptionProblems
{
    // The endpoint's pattern stands for the path, which may hold secrets.
    [LoggerMessage(LogLevel.Error, "{Method} request to {Endpoint} failed.")]
    private partial void RequestFailed(Exception exception, string method, string? endpoint);

    [LoggerMessage(LogLevel.Warning, "{Method} request to {Endpoint} found no database to serve it.")]
    private partial void DatabaseAbsent(Exception exception, string method, string? endpoint);

    [LoggerMessage(LogLevel.Warning, "{Method} request to {Endpoint} found the node away whose grain it called.")]
    private partial void NodeAbsent(Exception exception, string method, string? endpoint);
}
