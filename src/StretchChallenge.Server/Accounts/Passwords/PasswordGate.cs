using System.Threading.RateLimiting;

namespace StretchChallenge.Server.Accounts.Passwords;

/// <summary>
/// Bounds how many passwords are hashed at once, since each costs about 80 ms of a processor: half of the processors at
/// most, so that everything else is answered meanwhile. Others wait in a queue of a few seconds.
/// </summary>
internal sealed class PasswordGate : IDisposable
{
    private const int QueuePerPermit = 64;

    /// <summary>How long to wait when the queue is full.</summary>
    public static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);

    private readonly ConcurrencyLimiter _limiter;

    /// <summary>A gate for this machine.</summary>
    public PasswordGate()
        : this(Math.Max(1, Environment.ProcessorCount / 2))
    {
    }

    /// <summary>A gate that this many pass at once.</summary>
    public PasswordGate(int permits) => _limiter = new ConcurrencyLimiter(new ConcurrencyLimiterOptions
    {
        PermitLimit = permits,
        QueueLimit = QueuePerPermit * permits,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });

    /// <summary>Waits for a turn, which ends when the lease is disposed. The lease is refused when the queue is full.</summary>
    public ValueTask<RateLimitLease> EnterAsync(CancellationToken cancellationToken) => _limiter.AcquireAsync(1, cancellationToken);

    /// <inheritdoc />
    public void Dispose() => _limiter.Dispose();
}
