using System.Threading.RateLimiting;

namespace StretchChallenge.Server.RateLimits;

/// <summary>A token bucket for each key.</summary>
internal abstract class KeyedRateLimiter(TokenBucketOptions bucket) : IDisposable
{
    private readonly PartitionedRateLimiter<string> _limiter =
        PartitionedRateLimiter.Create<string, string>(key => bucket.PartitionFor(key));

    /// <inheritdoc />
    public void Dispose() => _limiter.Dispose();

    /// <summary>Takes a token; returns false when the key has none left.</summary>
    protected bool TryTake(string key)
    {
        using var lease = _limiter.AttemptAcquire(key);
        return lease.IsAcquired;
    }
}
