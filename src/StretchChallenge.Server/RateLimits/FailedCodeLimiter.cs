using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using StretchChallenge.Server.Problems;

namespace StretchChallenge.Server.RateLimits;

/// <summary>
/// Limits how many unknown invitation codes and secret addresses may be tried, by address and by person, so that they
/// cannot be guessed. Known ones do not count: a whole workplace may open one invitation.
/// </summary>
internal sealed class FailedCodeLimiter(IOptions<RateLimitOptions> options) : IDisposable
{
    private readonly PartitionedRateLimiter<HttpContext> _limiter =
        RateLimitsSetup.ByAddressAndPerson(options.Value.FailedCodes, options.Value.FailedCodesOfPerson);

    /// <summary>Whether another code may be tried; does not count.</summary>
    public bool Allows(HttpContext context) => _limiter.GetStatistics(context) is not { CurrentAvailablePermits: 0 };

    /// <summary>Counts an unknown code. The lease of a refused call tells when to try again.</summary>
    public RateLimitLease Count(HttpContext context) => _limiter.AttemptAcquire(context);

    /// <inheritdoc />
    public void Dispose() => _limiter.Dispose();
}

/// <summary>Applies <see cref="FailedCodeLimiter" /> to endpoints that look up a code.</summary>
internal static class FailedCodesFilter
{
    /// <summary>Counts the endpoint's answers with 404, and answers 429 while there have been too many.</summary>
    public static TBuilder LimitFailedCodes<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder =>
        endpoint.AddEndpointFilter(FilterAsync).ProducesProblems(ProblemType.TooManyRequests);

    private static async ValueTask<object?> FilterAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var context = invocation.HttpContext;
        var failed = context.RequestServices.GetRequiredService<FailedCodeLimiter>();
        if (!failed.Allows(context))
        {
            using var refused = failed.Count(context);
            context.Response.SetRetryAfter(refused);
            return Problem.Of(ProblemType.TooManyRequests);
        }

        var result = await next(invocation);
        if (StatusOf(result) == StatusCodes.Status404NotFound)
        {
            failed.Count(context).Dispose();
        }

        return result;
    }

    private static int? StatusOf(object? result) => result switch
    {
        INestedHttpResult nested => StatusOf(nested.Result),
        IStatusCodeHttpResult status => status.StatusCode,
        _ => null,
    };
}
