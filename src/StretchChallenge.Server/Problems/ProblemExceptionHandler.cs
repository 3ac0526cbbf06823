using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using StretchChallenge.Storage.Hosting;
using StretchChallenge.Storage.Ledger;

namespace StretchChallenge.Server.Problems;

/// <summary>Answers unhandled exceptions with problem details that reveal nothing about the code.</summary>
internal sealed partial class ProblemExceptionHandler(ILogger<ProblemExceptionHandler> log) : IExceptionHandler
{
    /// <inheritdoc />
    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
    {
        await ToProblem(context, exception).ExecuteAsync(context);
        return true;
    }

    private ProblemHttpResult ToProblem(HttpContext context, Exception exception)
    {
        switch (exception)
        {
            case BadHttpRequestException bad:
                return BadRequestProblems.ToProblem(bad);
            case LedgerBusyException:
                return Problem.Of(ProblemType.Busy);
            case var fault when UnwritableDatabase.IsIn(fault):
                // Logged once by the storage, not for every request.
                return Problem.Of(ProblemType.DatabaseUnwritable);
            case var fault when TransientFault.IsIn(fault):
                DatabaseUnavailable(fault, context.Request.Method, context.GetEndpoint()?.DisplayName);
                return Problem.Of(ProblemType.DatabaseUnavailable);
            case OrleansException or TimeoutException:
                NodeUnavailable(exception, context.Request.Method, context.GetEndpoint()?.DisplayName);
                return Problem.Of(ProblemType.NodeUnavailable);
            default:
                RequestFailed(exception, context.Request.Method, context.GetEndpoint()?.DisplayName);
                return Problem.Of(ProblemType.Unexpected);
        }
    }

    // The route pattern instead of the path, which may hold secrets.
    [LoggerMessage(LogLevel.Error, "{Method} request to {Endpoint} failed.")]
    private partial void RequestFailed(Exception exception, string method, string? endpoint);

    [LoggerMessage(LogLevel.Warning, "{Method} request to {Endpoint} failed because the database is not available.")]
    private partial void DatabaseUnavailable(Exception exception, string method, string? endpoint);

    [LoggerMessage(LogLevel.Warning, "{Method} request to {Endpoint} failed because the node of a grain is not available.")]
    private partial void NodeUnavailable(Exception exception, string method, string? endpoint);
}

/// <summary>Problem details for requests that model binding could not read.</summary>
internal static partial class BadRequestProblems
{
    private const int LongestFieldName = 64;

    /// <summary>The problem; it names the field at fault if the exception does.</summary>
    public static ProblemHttpResult ToProblem(BadHttpRequestException exception) => exception switch
    {
        { InnerException: JsonException json } => OfJson(json),
        { StatusCode: StatusCodes.Status400BadRequest } => OfParameter(exception.Message),
        _ => Problem.Of(ProblemType.OfStatus(exception.StatusCode)),
    };

    private static ProblemHttpResult OfJson(JsonException exception)
    {
        if (UnknownProperty().Match(exception.Message) is { Success: true } unknown)
        {
            var name = Shorten(unknown.Groups[1].Value);
            return Problem.Of(ProblemType.MalformedRequest, $"There is no field '{name}' here.", name);
        }

        return FieldOf(exception.Path) is { } field
            ? Problem.Of(ProblemType.MalformedRequest, $"The value of '{field}' is not of the kind that this field takes.", field)
            : Problem.Of(ProblemType.MalformedRequest, "The body is not a JSON object as this request needs it.");
    }

    private static ProblemHttpResult OfParameter(string message) =>
        ParameterName().Match(message) is { Success: true } parameter
            ? Problem.Of(
                ProblemType.MalformedRequest,
                $"The value of '{parameter.Groups[1].Value}' is missing or not of the right kind.",
                parameter.Groups[1].Value)
            : Problem.Of(ProblemType.MalformedRequest, "The request needs a JSON body, and it cannot be read as it was sent.");

    private static string? FieldOf(string? path) =>
        path is not null && TopProperty().Match(path) is { Success: true } property
            ? Shorten(property.Groups[1].Value)
            : null;

    private static string Shorten(string name) => name.Length <= LongestFieldName ? name : name[..LongestFieldName];

    [GeneratedRegex("^The JSON property '(.*)' could not be mapped")]
    private static partial Regex UnknownProperty();

    [GeneratedRegex(@"^\$\.([^.\[]+)")]
    private static partial Regex TopProperty();

    [GeneratedRegex("^(?:Failed to bind parameter|Required parameter) \"[^\"]* (\\w+)\"")]
    private static partial Regex ParameterName();
}
