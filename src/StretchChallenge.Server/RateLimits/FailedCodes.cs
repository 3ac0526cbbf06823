using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace StretchChallenge.Server.RateLimits;

/// <summary>Counts the invitation codes and secret addresses tried in vain, by address and by person: guessing has an end.</summary>
internal sealed class FailedCodes(IOptions<RateLimitOptions> options) : IDisposable
{
    private readonly PartitionedRateLimiter<HttpContext> _limiter = PartitionedRateLimiter.CreateChained(
        PartitionedRateLimiter.Create<HttpContext, string>(context => options.Value.FailedCodes.For(Requester.AddressOf(context))),
        PartitionedRateLimiter.Create<HttpContext, string>(context => Requester.PersonOf(context) is { } person
            ? options.Value.FailedCodesOfPerson.For(person)
            : RateLimitPartition.GetNoLimiter("")));

    /// <summary>Whether another try is allowed; takes none away.</summary>
    public bool Allows(HttpContext context) => _limiter.GetStatistics(context) is not { CurrentAvailablePermits: 0 };

    /// <summary>Counts a try in vain; the lease of one too many tells when to come back.</summary>
    public RateLimitLease Count(HttpContext context) => _limiter.AttemptAcquire(context);

    /// <inheritdoc />
    public void Dispose() => _limiter.Dispose();
}
