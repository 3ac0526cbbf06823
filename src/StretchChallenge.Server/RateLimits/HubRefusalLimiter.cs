using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace StretchChallenge.Server.RateLimits;

/// <summary>Limits refused hub calls of one connection.</summary>
internal sealed class HubRefusalLimiter(IOptions<RateLimitOptions> options) : IDisposable
{
    private readonly PartitionedRateLimiter<string> _limiter =
        PartitionedRateLimiter.Create<string, string>(connection => options.Value.HubRefusals.PartitionFor(connection));

    /// <summary>Counts a refusal; false when there have been too many.</summary>
    public bool Count(string connection)
    {
        using var lease = _limiter.AttemptAcquire(connection);
        return lease.IsAcquired;
    }

    /// <inheritdoc />
    public void Dispose() => _limiter.Dispose();
}
