using System.Threading.RateLimiting;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;

namespace StretchChallenge.Server.RateLimits;

<<<<<<< HEAD:src/StretchChallenge.Server/RateLimits/HubCallRateLimiter.cs
=======
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

/// <summary>Limits refused hub calls of one connection.</summary>
internal sealed class HubRefusalLimiter(IOptions<RateLimitOptions> options) : IDisposable
{
    private readonly PartitionedRateLimiter<string> _limiter =
        PartitionedRateLimiter.Create<string, string>(connection => options.Value.HubRefusals.PartitionFor(connection));

    /// <summary>Counts a refusal; false when there have been too many.</summary>
    public bool Count(string connection)
    {
        using var lease = _limiter.AttemptAcquire(connection);
        return lease.IsAcquired;
    }

    /// <inheritdoc />
    public void Dispose() => _limiter.Dispose();
}

>>>>>>> abuse:src/StretchChallenge.Server/RateLimits/KeyedRateLimiters.cs
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
