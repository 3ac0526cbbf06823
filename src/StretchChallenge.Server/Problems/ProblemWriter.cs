using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Primitives;

namespace StretchChallenge.Server.Problems;

/// <summary>Writes every problem as JSON, whatever the request accepts, and completes those that the framework made.</summary>
internal sealed class ProblemWriter : IProblemDetailsWriter
{
    private static readonly StringValues BusyRetrySeconds = "2";

    /// <inheritdoc />
    public bool CanWrite(ProblemDetailsContext context) => true;

    /// <inheritdoc />
    public ValueTask WriteAsync(ProblemDetailsContext context)
    {
        var response = context.HttpContext.Response;
        var details = context.ProblemDetails;
        response.StatusCode = details.Status ?? response.StatusCode;
        Complete(details, ProblemType.OfStatus(response.StatusCode));
        details.Extensions["traceId"] = Activity.Current?.Id ?? context.HttpContext.TraceIdentifier;
        if (response.StatusCode == StatusCodes.Status503ServiceUnavailable)
        {
            response.Headers.TryAdd("Retry-After", BusyRetrySeconds);
        }

        return new ValueTask(response.WriteAsJsonAsync(
            details,
            details.GetType(),
            options: null,
            contentType: "application/problem+json",
            context.HttpContext.RequestAborted));
    }

    private static void Complete(ProblemDetails details, ProblemType type)
    {
        if (details.Type is { } uri && uri.StartsWith('/'))
        {
            return;
        }

        details.Type = type.Uri;
        details.Title = type.Title;
        details.Status = type.Status;
        details.Detail ??= type.Detail;
    }
}
