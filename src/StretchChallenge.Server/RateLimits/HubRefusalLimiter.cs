using Microsoft.Extensions.Options;

namespace StretchChallenge.Server.RateLimits;

/// <summary>Limits refused hub calls of one connection.</summary>
internal sealed class HubRefusalLimiter(IOptions<RateLimitOptions> options) : KeyedRateLimiter(options.Value.HubRefusals)
{
    /// <summary>Counts a refusal; false when there have been too many.</summary>
    public bool Count(string connection) => TryTake(connection);
}
