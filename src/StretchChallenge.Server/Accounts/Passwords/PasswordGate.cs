using System.Threading.RateLimiting;

namespace StretchChallenge.Server.Accounts.Passwords;

/// <summary>
/// Bounds how many passwords are hashed at once, since each costs about 80 ms of a processor: half of the processors at
/// most, so that everything else is answered meanwhile. Others wait in a queue, which a workplace that signs up at once
/// fits into: about 20 s long.
/// </summary>
internal sealed class PasswordGate : IDisposable
{
    /// <summary>How many wait for each that passes.</summary>
    public const int QueuePerPermit = 256;

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
