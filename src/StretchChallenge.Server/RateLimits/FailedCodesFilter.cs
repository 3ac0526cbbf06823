using StretchChallenge.Server.Problems;

namespace StretchChallenge.Server.RateLimits;

/// <summary>Lets an endpoint that looks up codes answer only so many of them with "not found".</summary>
internal static class FailedCodesFilter
{
    /// <summary>Adds the limit: only answers 404 count, so a whole workplace may follow one good invitation.</summary>
    public static TBuilder LimitFailedCodes<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder =>
        endpoint.AddEndpointFilter(FilterAsync).Refuses(ProblemType.TooManyRequests);

    private static async ValueTask<object?> FilterAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var context = invocation.HttpContext;
        var failed = context.RequestServices.GetRequiredService<FailedCodes>();
        if (!failed.Allows(context))
        {
            using var refused = failed.Count(context);
            RetryAfter.Tell(context.Response, refused);
            return Problem.Of(ProblemType.TooManyRequests);
        }

        var answer = await next(invocation);
        if (StatusOf(answer) == StatusCodes.Status404NotFound)
        {
            failed.Count(context).Dispose();
        }

        return answer;
    }

    private static int? StatusOf(object? answer) => answer switch
    {
        INestedHttpResult nested => StatusOf(nested.Result),
        IStatusCodeHttpResult result => result.StatusCode,
        _ => null,
    };
}
