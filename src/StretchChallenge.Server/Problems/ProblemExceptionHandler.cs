using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using StretchChallenge.Contracts.Outcomes;
using StretchChallenge.Contracts.Refusals;
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
                return Problem.Of(RequestRefusals.Busy);
            case var fault when UnwritableDatabase.IsIn(fault):
                // Logged once by the storage, not for every request.
                return Problem.Of(RequestRefusals.DatabaseUnwritable);
            case var fault when TransientFault.IsIn(fault):
                DatabaseUnavailable(fault, context.Request.Method, context.GetEndpoint()?.DisplayName);
                return Problem.Of(RequestRefusals.DatabaseAbsent);
            case OrleansException or TimeoutException:
                NodeUnavailable(exception, context.Request.Method, context.GetEndpoint()?.DisplayName);
                return Problem.Of(RequestRefusals.NodeAbsent);
            default:
                RequestFailed(exception, context.Request.Method, context.GetEndpoint()?.DisplayName);
                return Problem.Of(RequestRefusals.Unexpected);
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
    public static ProblemHttpResult ToProblem(BadHttpRequestException exception) =>
        exception.StatusCode != StatusCodes.Status400BadRequest ? Problem.Of(Problem.GeneralFor(exception.StatusCode))
        : FaultOf(exception) is { } fault ? Problem.OfFields([fault], RequestRefusals.MalformedRequest)
        : Problem.Of(RequestRefusals.MalformedRequest);

    private static Refusal? FaultOf(BadHttpRequestException exception)
    {
        if (exception.InnerException is not JsonException json)
        {
            return ParameterName().Match(exception.Message) is { Success: true } parameter ? FieldRefusals.WrongType(parameter.Groups[1].Value) : null;
        }

        return UnknownProperty().Match(json.Message) is { Success: true } unknown ? FieldRefusals.UnknownField(Shorten(unknown.Groups[1].Value))
            : FieldOf(json.Path) is { } field ? FieldRefusals.WrongType(field)
            : null;
    }

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
