using System.Threading.RateLimiting;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;

namespace StretchChallenge.Server.RateLimits;

/// <summary>Limits sign-in attempts per account, from all addresses together; unknown e-mails are counted in the same way.</summary>
internal sealed class SignInRateLimiter(IOptions<RateLimitOptions> options) : IDisposable
{
    private readonly PartitionedRateLimiter<string> _limiter =
        PartitionedRateLimiter.Create<string, string>(email => options.Value.SignInToAccount.PartitionFor(email));

    /// <summary>Counts an attempt; the lease tells whether it is allowed.</summary>
    public RateLimitLease AttemptAcquire(string email) => _limiter.AttemptAcquire(email.ToUpperInvariant());

    /// <inheritdoc />
    public void Dispose() => _limiter.Dispose();
}

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

/// <summary>Limits hub calls: per person over all their connections, or per connection if not signed in.</summary>
internal sealed class HubCallRateLimiter(IOptions<RateLimitOptions> options) : IHubFilter, IDisposable
{
    private readonly PartitionedRateLimiter<HubCallerContext> _limiter = PartitionedRateLimiter.Create<HubCallerContext, string>(
        caller => options.Value.HubCalls.PartitionFor(caller.UserIdentifier ?? caller.ConnectionId));

    /// <inheritdoc />
    public async ValueTask<object?> InvokeMethodAsync(
        HubInvocationContext invocationContext,
        Func<HubInvocationContext, ValueTask<object?>> next)
    {
        using var lease = _limiter.AttemptAcquire(invocationContext.Context);
        return lease.IsAcquired ? await next(invocationContext) : throw new HubException("Too many calls. Wait a moment, then try again.");
    }

    /// <inheritdoc />
    public void Dispose() => _limiter.Dispose();
}
