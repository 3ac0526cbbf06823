using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace StretchChallenge.Server.RateLimits;

/// <summary>
/// Slows down the guessing of passwords: counts wrong ones by account and address and, more generously, by account. A known
/// device is counted by itself, so that strangers cannot keep anybody from signing in. E-mails without an account are counted
/// in the same way. Each node counts for itself.
/// </summary>
internal sealed class SignInFailureLimiter(IOptions<RateLimitOptions> options) : IDisposable
{
    private readonly PartitionedRateLimiter<SignInSource> _bySource = PartitionedRateLimiter.Create<SignInSource, string>(
        source => options.Value.SignInFailures.PartitionFor($"{source.Email} {source.KnownDevice ?? source.Address}"));

    private readonly PartitionedRateLimiter<SignInSource> _byAccount = PartitionedRateLimiter.Create<SignInSource, string>(
        source => source.KnownDevice is null ? options.Value.SignInToAccount.PartitionFor(source.Email) : RateLimitPartition.GetNoLimiter(""));

    /// <summary>The refused lease where too many passwords were wrong, which tells when to try again; null where one may be tried.</summary>
    public RateLimitLease? FindRefusal(SignInSource source) => FindRefusal(_bySource, source) ?? FindRefusal(_byAccount, source);

    /// <summary>Counts a wrong password.</summary>
    public void Count(SignInSource source)
    {
        _bySource.AttemptAcquire(source).Dispose();
        _byAccount.AttemptAcquire(source).Dispose();
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _bySource.Dispose();
        _byAccount.Dispose();
    }

    private static RateLimitLease? FindRefusal(PartitionedRateLimiter<SignInSource> limiter, SignInSource source) =>
        limiter.GetStatistics(source) is { CurrentAvailablePermits: 0 } ? limiter.AttemptAcquire(source) : null;
}

/// <summary>Where an attempt to sign in comes from.</summary>
/// <param name="Email">The normalised e-mail that was given.</param>
/// <param name="Address">The caller's address.</param>
/// <param name="KnownDevice">A device on which the account was signed in before; null for others.</param>
internal sealed record SignInSource(string Email, string Address, string? KnownDevice);
