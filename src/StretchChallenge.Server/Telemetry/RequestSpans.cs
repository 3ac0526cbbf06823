using System.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using StretchChallenge.Server.Health;

namespace StretchChallenge.Server.Telemetry;

/// <summary>
/// Names a request's span by its route, which says what was asked for and not by whom, and drops those of health checks.
/// It stands in for OpenTelemetry.Instrumentation.AspNetCore, which not every registry carries.
/// </summary>
internal sealed class RequestSpans(RequestDelegate next)
{
    private static readonly HashSet<string> Methods =
        new(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "CONNECT", "TRACE"], StringComparer.Ordinal);

    /// <summary>Goes on, and then tells what has become of the request.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        var span = context.Features.Get<IHttpActivityFeature>()?.Activity;
        if (span is not null && context.Request.Path.StartsWithSegments(HealthEndpoints.Path))
        {
            span.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
            span.IsAllDataRequested = false;
        }

        try
        {
            await next(context);
        }
        finally
        {
            if (span is { IsAllDataRequested: true })
            {
                Describe(span, context);
            }
        }
    }

    private static void Describe(Activity span, HttpContext context)
    {
        var method = Methods.Contains(context.Request.Method) ? context.Request.Method : "_OTHER";
        var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
        span.DisplayName = route is null ? method : $"{method} {route}";
        span.SetTag("http.request.method", method)
            .SetTag("http.route", route)
            .SetTag("url.scheme", context.Request.Scheme)
            .SetTag("http.response.status_code", context.Response.StatusCode);
        if (context.Response.StatusCode >= StatusCodes.Status500InternalServerError)
        {
            span.SetTag("error.type", $"{context.Response.StatusCode}").SetStatus(ActivityStatusCode.Error);
        }
    }
}
