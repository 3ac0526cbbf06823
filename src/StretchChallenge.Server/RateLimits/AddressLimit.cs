using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using StretchChallenge.Contracts.Refusals;
using StretchChallenge.Server.Problems;

namespace StretchChallenge.Server.RateLimits;

/// <summary>
/// The limit of each address on all requests, but those for files. It stands before the checks and the sign-in, so that no
/// address can keep them busy.
/// </summary>
internal sealed class AddressLimit(RequestDelegate next, IOptions<RateLimitOptions> options) : IDisposable
{
    private readonly PartitionedRateLimiter<HttpContext> _limiter = RateLimitsSetup.ByAddress(options.Value.Address);

    /// <summary>Calls the next middleware, or answers with a problem.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<DisableRateLimitingAttribute>() is not null)
        {
            return next(context);
        }

        using var lease = _limiter.AttemptAcquire(context);
        if (lease.IsAcquired)
        {
            return next(context);
        }

        context.Response.SetRetryAfter(lease);
        return Problem.Of(RequestRefusals.TooManyRequests).ExecuteAsync(context);
    }

    /// <inheritdoc />
    public void Dispose() => _limiter.Dispose();
}
