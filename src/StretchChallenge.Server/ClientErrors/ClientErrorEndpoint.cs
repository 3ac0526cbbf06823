using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using StretchChallenge.Server.RateLimits;

namespace StretchChallenge.Server.ClientErrors;

/// <summary>The body of <c>POST /api/client-errors</c>: an error of the web client, without anything about the person.</summary>
/// <param name="Message">What the browser says of it.</param>
/// <param name="Stack">Where it happened: files of the client with line and column, innermost first.</param>
/// <param name="Route">The pattern of the page's route, not its address, which may hold codes.</param>
/// <param name="Browser">The browser's name and major version.</param>
public sealed record ClientErrorReport(string? Message, string[]? Stack = null, string? Route = null, string? Browser = null);

/// <summary>Takes reports of the web client's errors into the log.</summary>
internal static class ClientErrorEndpoint
{
    // A report has some hundred bytes.
    private const int LargestBody = 4 * 1024;

    /// <summary>Maps <c>/api/client-errors</c>.</summary>
    public static void MapClientErrors(this RouteGroupBuilder api) =>
        api.MapPost("/client-errors", Report)
            .WithTags("Site")
            .AllowAnonymous()
            .RequireRateLimiting(RateLimitPolicies.ClientErrors)
            .WithMetadata(new RequestSizeLimitAttribute(LargestBody))
            .WithSummary("Reports an error of the web client to the server's log.");

    private static NoContent Report(ClientErrorReport report, ILogger<ClientErrorReport> log)
    {
        ClientErrorLog.LogReported(
            log,
            ReportedText.Message(report.Message),
            ReportedText.Route(report.Route),
            ReportedText.Browser(report.Browser),
            ReportedText.Stack(report.Stack));
        return TypedResults.NoContent();
    }
}

/// <summary>The log of the web client's errors.</summary>
internal static partial class ClientErrorLog
{
    [LoggerMessage(LogLevel.Warning, "The web client failed at {Route} in {Browser}: {Error} ({Stack})")]
    public static partial void LogReported(ILogger log, string error, string route, string browser, string stack);
}
