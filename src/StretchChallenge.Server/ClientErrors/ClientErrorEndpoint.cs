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

    /// <summary>Adds the log.</summary>
    public static void AddClientErrors(this WebApplicationBuilder builder) => builder.Services.AddSingleton<ClientErrorLog>();

    /// <summary>Maps <c>/api/client-errors</c>.</summary>
    public static void MapClientErrors(this RouteGroupBuilder api) =>
        api.MapPost("/client-errors", Report)
            .WithTags("Site")
            .AllowAnonymous()
            .RequireRateLimiting(RateLimitPolicies.ClientErrors)
            .WithMetadata(new RequestSizeLimitAttribute(LargestBody))
            .WithSummary("Reports an error of the web client to the server's log.");

    private static NoContent Report(ClientErrorReport report, ClientErrorLog log)
    {
        log.Add(report);
        return TypedResults.NoContent();
    }
}

/// <summary>The log of the web client's errors.</summary>
internal sealed partial class ClientErrorLog(ILogger<ClientErrorLog> log)
{
    /// <summary>Logs what may be logged of a report.</summary>
    public void Add(ClientErrorReport report) => LogReported(
        ReportedText.Route(report.Route),
        ReportedText.Browser(report.Browser),
        ReportedText.Message(report.Message),
        ReportedText.Stack(report.Stack));

    [LoggerMessage(LogLevel.Warning, "The web client failed at {Route} in {Browser}: {Error} ({Stack})")]
    private partial void LogReported(string route, string browser, string error, string stack);
}
