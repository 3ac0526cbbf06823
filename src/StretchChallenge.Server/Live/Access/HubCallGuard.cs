using System.Threading.RateLimiting;
using Microsoft.AspNetCore.SignalR;
using StretchChallenge.Contracts.Refusals;
using StretchChallenge.Server.RateLimits;

namespace StretchChallenge.Server.Live.Access;

/// <summary>
/// The outermost filter of the hub: admits connections and calls, and closes a connection that goes on after too many
/// refusals. A refusal is not logged; SignalR's own log of each is switched off in <see cref="LiveSetup" />, so this filter
/// logs what failed.
/// </summary>
internal sealed partial class HubCallGuard(
    LiveConnections connections,
    ConnectionAccess access,
    HubRefusalLimiter refusals,
    ILogger<HubCallGuard> log) : IHubFilter, IDisposable
{
    // How many closed connections are logged in a minute; the others are closed without a line.
    private readonly FixedWindowRateLimiter _lines = new(new() { PermitLimit = 10, Window = TimeSpan.FromMinutes(1) });

    /// <inheritdoc />
    public async ValueTask<object?> InvokeMethodAsync(
        HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        var caller = invocationContext.Context;
        // Messages that had arrived before the connection was closed.
        caller.ConnectionAborted.ThrowIfCancellationRequested();
        try
        {
            HubAccess.Check(invocationContext);
            return await next(invocationContext);
        }
        catch (HubException)
        {
            if (!refusals.Count(caller.ConnectionId))
            {
                Close(caller);
            }

            throw;
        }
        catch (Exception exception) when (!caller.ConnectionAborted.IsCancellationRequested)
        {
            CallFailed(exception, invocationContext.HubMethodName);
            throw HubRefusal.Of(RequestRefusals.Unexpected);
        }
    }

    /// <inheritdoc />
    public async Task OnConnectedAsync(HubLifetimeContext context, Func<HubLifetimeContext, Task> next)
    {
        var connection = connections.Add(context.Context);
        if (!await access.IsValidAsync(connection))
        {
            connection.Close();
            return;
        }

        await next(context);
    }

    /// <inheritdoc />
    public async Task OnDisconnectedAsync(
        HubLifetimeContext context, Exception? exception, Func<HubLifetimeContext, Exception?, Task> next)
    {
        connections.Remove(context.Context.ConnectionId);
        try
        {
            await next(context, exception);
        }
        catch (Exception failure)
        {
            CallFailed(failure, nameof(LiveHub.OnDisconnectedAsync));
        }
    }

    /// <inheritdoc />
    public void Dispose() => _lines.Dispose();

    private void Close(HubCallerContext caller)
    {
        using var line = _lines.AttemptAcquire();
        if (line.IsAcquired)
        {
            ConnectionClosed();
        }

        caller.Abort();
    }

    [LoggerMessage(LogLevel.Error, "A call of the live method {Method} failed.")]
    private partial void CallFailed(Exception exception, string method);

    [LoggerMessage(LogLevel.Information, "A live connection was closed because its calls were refused again and again.")]
    private partial void ConnectionClosed();
}
