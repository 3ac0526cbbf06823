using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace StretchChallenge.Server.RateLimits;

/// <summary>Limits the tries to sign in to one account, from however many addresses; unknown e-mails count alike.</summary>
internal sealed class SignInTries(IOptions<RateLimitOptions> options) : IDisposable
{
    private readonly PartitionedRateLimiter<string> _limiter =
        PartitionedRateLimiter.Create<string, string>(email => options.Value.SignInToAccount.For(email));

    /// <summary>Takes one try; the lease tells whether there was one.</summary>
    public RateLimitLease Take(string email) => _limiter.AttemptAcquire(email.ToUpperInvariant());

    /// <inheritdoc />
    public void Dispose() => _limiter.Dispose();
}
