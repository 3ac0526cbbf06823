using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace StretchChallenge.Server.RateLimits;

/// <summary>Limits how many new seats guests may take from one address, in all live breaks together.</summary>
internal sealed class GuestSeatLimiter(IOptions<RateLimitOptions> options) : IDisposable
{
    private readonly PartitionedRateLimiter<string> _limiter =
        PartitionedRateLimiter.Create<string, string>(address => options.Value.GuestSeats.PartitionFor(address));

    /// <summary>Takes a seat for an address; returns false when it has taken too many.</summary>
    public bool TryTake(string address)
    {
        using var lease = _limiter.AttemptAcquire(address);
        return lease.IsAcquired;
    }

    /// <inheritdoc />
    public void Dispose() => _limiter.Dispose();
}
