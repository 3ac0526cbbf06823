using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using StretchChallenge.Domain;

namespace StretchChallenge.Server.RateLimits;

/// <summary>Limits how many new seats guests may take from one address in one live break.</summary>
internal sealed class GuestSeatLimiter(IOptions<RateLimitOptions> options) : IDisposable
{
    private readonly PartitionedRateLimiter<string> _limiter =
        PartitionedRateLimiter.Create<string, string>(key => options.Value.GuestSeats.PartitionFor(key));

    /// <summary>Takes a seat for an address; returns false when it has taken too many.</summary>
    public bool TryTake(string address, SessionId session)
    {
        using var lease = _limiter.AttemptAcquire($"{session}/{address}");
        return lease.IsAcquired;
    }

    /// <inheritdoc />
    public void Dispose() => _limiter.Dispose();
}
