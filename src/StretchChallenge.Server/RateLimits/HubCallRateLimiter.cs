using System.Threading.RateLimiting;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;
using StretchChallenge.Contracts.Refusals;
using StretchChallenge.Server.Live;

namespace StretchChallenge.Server.RateLimits;

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
        return lease.IsAcquired ? await next(invocationContext) : throw HubRefusal.Of(RequestRefusals.TooManyRequests);
    }

    /// <inheritdoc />
    public void Dispose() => _limiter.Dispose();
}
