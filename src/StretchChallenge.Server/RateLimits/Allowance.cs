using System.Threading.RateLimiting;

namespace StretchChallenge.Server.RateLimits;

/// <summary>How many tries somebody has: a burst at once, then a steady rate (a token bucket).</summary>
public sealed class Allowance
{
    private const int SecondsPerMinute = 60;

    /// <summary>An allowance, changed by configuration.</summary>
    public Allowance(int burst, int perMinute) => (Burst, PerMinute) = (burst, perMinute);

    /// <summary>Tries at once, after a pause; at least 1.</summary>
    public int Burst { get; set; }

    /// <summary>Tries that come back each minute; 1 to 60,000.</summary>
    public int PerMinute { get; set; }

    /// <summary>Whether both figures are possible.</summary>
    public bool IsValid => Burst >= 1 && PerMinute is >= 1 and <= 60_000;

    /// <summary>The bucket of one person, address or account.</summary>
    public RateLimitPartition<string> For(string key) => RateLimitPartition.GetTokenBucketLimiter(key, _ => Options());

    // Tokens come one at a time where there are few, and once a second where there are many.
    private TokenBucketRateLimiterOptions Options()
    {
        var tokens = Math.Max(1, PerMinute / SecondsPerMinute);
        return new TokenBucketRateLimiterOptions
        {
            TokenLimit = Burst,
            TokensPerPeriod = tokens,
            ReplenishmentPeriod = TimeSpan.FromSeconds((double)SecondsPerMinute * tokens / PerMinute),
            QueueLimit = 0,
        };
    }
}
