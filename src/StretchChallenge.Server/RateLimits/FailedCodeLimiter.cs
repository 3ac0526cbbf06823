using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using StretchChallenge.Contracts.Outcomes;
using StretchChallenge.Contracts.Refusals;
using StretchChallenge.Domain.Text;
using StretchChallenge.Server.Problems;

namespace StretchChallenge.Server.RateLimits;

/// <summary>
/// Limits how many unknown codes may be tried, by address and by person, and for each kind of code by itself. Known ones
/// are never refused: a whole workplace may open one invitation while a colleague mistypes another. Secrets of 160 bits in
/// addresses are not counted, because nobody can guess them.
/// </summary>
internal sealed class FailedCodeLimiter(IOptions<RateLimitOptions> options) : IDisposable
{
    private readonly PartitionedRateLimiter<HttpContext> _sessions = Create(options.Value);
    private readonly PartitionedRateLimiter<HttpContext> _invitations = Create(options.Value);

    /// <summary>Counts an unknown code. When there were too many, the lease is refused and tells when to try again.</summary>
    public RateLimitLease Count(HttpContext context, CodeKind kind) => kind switch
    {
        CodeKind.Session => _sessions.AttemptAcquire(context),
        CodeKind.Invitation => _invitations.AttemptAcquire(context),
    };

    /// <inheritdoc />
    public void Dispose()
    {
        _sessions.Dispose();
        _invitations.Dispose();
    }

    private static PartitionedRateLimiter<HttpContext> Create(RateLimitOptions limits) =>
        RateLimitsSetup.ByAddressAndPerson(limits.FailedCodes, limits.FailedCodesOfPerson);
}

/// <summary>Applies <see cref="FailedCodeLimiter" /> to endpoints that look up a code.</summary>
internal static class FailedCodesFilter
{
    private static readonly string UnknownCode = ProblemKinds.UriOf(Refusal.CodeOf(nameof(ChallengeRefusals.UnknownCode)));

    /// <summary>Counts the endpoint's answers that a code is unknown, and answers 429 instead where there have been too many.</summary>
    public static TBuilder LimitFailedCodes<TBuilder>(this TBuilder endpoint, CodeKind kind)
        where TBuilder : IEndpointConventionBuilder =>
        endpoint.AddEndpointFilter((invocation, next) => FilterAsync(invocation, next, kind)).ProducesProblems(RefusalKind.TooMany);

    private static async ValueTask<object?> FilterAsync(
        EndpointFilterInvocationContext invocation, EndpointFilterDelegate next, CodeKind kind)
    {
        var result = await next(invocation);
        if (TypeOf(result) != UnknownCode)
        {
            return result;
        }

        var context = invocation.HttpContext;
        using var counted = context.RequestServices.GetRequiredService<FailedCodeLimiter>().Count(context, kind);
        if (counted.IsAcquired)
        {
            return result;
        }

        context.Response.SetRetryAfter(counted);
        return Problem.Of(RequestRefusals.TooManyRequests);
    }

    private static string? TypeOf(object? result) => result switch
    {
        INestedHttpResult nested => TypeOf(nested.Result),
        ProblemHttpResult problem => problem.ProblemDetails.Type,
        _ => null,
    };
}
