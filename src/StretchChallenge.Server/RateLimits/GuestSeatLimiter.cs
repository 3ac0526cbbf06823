using Microsoft.Extensions.Options;
using StretchChallenge.Domain;

namespace StretchChallenge.Server.RateLimits;

/// <summary>Limits how many new seats guests may take from one address in one live break.</summary>
internal sealed class GuestSeatLimiter(IOptions<RateLimitOptions> options) : KeyedRateLimiter(options.Value.GuestSeats)
{
    /// <summary>Takes a seat for an address; returns false when it has taken too many.</summary>
    public bool TryTake(string address, SessionId session) => TryTake($"{session}/{address}");
}
