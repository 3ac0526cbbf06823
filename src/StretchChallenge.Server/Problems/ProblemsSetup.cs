using System.Diagnostics;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Primitives;

namespace StretchChallenge.Server.Problems;

/// <summary>Every refused request is answered with problem details (RFC 9457).</summary>
internal static class ProblemsSetup
{
    /// <summary>The largest request body, in bytes.</summary>
    public const int LargestBody = 32 * 1024;

    /// <summary>Adds problem details, and strict reading of JSON bodies.</summary>
    public static void AddProblems(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IProblemDetailsWriter, ProblemWriter>();
        builder.Services.AddProblemDetails();
        builder.Services.AddExceptionHandler<ProblemExceptionHandler>();
        builder.Services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        builder.Services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
            options.SerializerOptions.AllowDuplicateProperties = false;
            options.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
            options.SerializerOptions.MaxDepth = 16;
        });
        builder.WebHost.ConfigureKestrel(options => options.Limits.MaxRequestBodySize = LargestBody);
    }

    /// <summary>Turns exceptions, and error statuses without a body, into problem details.</summary>
    public static void UseProblems(this WebApplication app)
    {
        app.UseExceptionHandler();
        app.UseStatusCodePages();
    }
}

/// <summary>
/// Writes problem details. The framework's own writer is not used: it writes nothing if the request's <c>Accept</c>
/// excludes JSON, and leaves the framework's types and titles as they are.
/// </summary>
internal sealed class ProblemWriter : IProblemDetailsWriter
{
    private static readonly StringValues BusyRetrySeconds = "2";

    /// <inheritdoc />
    public bool CanWrite(ProblemDetailsContext context) => true;

    /// <inheritdoc />
    public ValueTask WriteAsync(ProblemDetailsContext context)
    {
        var response = context.HttpContext.Response;
        var details = Complete(context.ProblemDetails, response.StatusCode);
        response.StatusCode = details.Status ?? response.StatusCode;
        details.TraceId = Activity.Current?.Id ?? context.HttpContext.TraceIdentifier;
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

    // Problems made by the framework have no code.
    private static Problem Complete(ProblemDetails details, int status)
    {
        if (details is Problem ours)
        {
            return ours;
        }

        var problem = Problem.From(Problem.GeneralFor(details.Status ?? status));
        problem.Status = details.Status ?? status;
        return problem;
    }
}
