using System.Reflection;
using Orleans.Concurrency;
using StretchChallenge.Contracts;
using StretchChallenge.Storage.Hosting;

namespace StretchChallenge.Server.Hosting;

/// <summary>
/// Replaces exceptions of the database's driver by one that can be sent to other nodes when the database is
/// unavailable or cannot be written to.
/// </summary>
internal sealed class DatabaseFaultFilter : IIncomingGrainCallFilter
{
    /// <inheritdoc />
    public async Task Invoke(IIncomingGrainCallContext context)
    {
        try
        {
            await context.Invoke();
        }
        catch (Exception fault) when (UnwritableDatabase.IsIn(fault))
        {
            throw new DatabaseUnwritableException(fault.Message);
        }
        catch (Exception fault) when (TransientFault.IsIn(fault))
        {
            throw new DatabaseUnavailableException(fault.Message);
        }
    }
}

/// <summary>
/// Repeats a call that was rejected because the node that ran the grain has stopped or failed: the grain is activated on
/// another node once the cluster has noticed. Only calls that are safe to repeat are repeated.
/// </summary>
internal sealed class RetryFilter(TimeProvider time) : IOutgoingGrainCallFilter
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    // Longer than the cluster needs to notice that a node was killed: 3 probes, one a second (GrainHosting).
    private static readonly TimeSpan RetryWindow = TimeSpan.FromSeconds(10);

    /// <inheritdoc />
    public async Task Invoke(IOutgoingGrainCallContext context)
    {
        var started = time.GetTimestamp();
        while (true)
        {
            try
            {
                await context.Invoke();
                return;
            }
            catch (OrleansMessageRejectionException) when (time.GetElapsedTime(started) < RetryWindow && MayBeRepeated(context.InterfaceMethod))
            {
                await Task.Delay(Pause, time);
            }
        }
    }

    private static bool MayBeRepeated(MethodInfo? method) =>
        method is not null && (method.IsDefined(typeof(ReadOnlyAttribute)) || method.IsDefined(typeof(RepeatableAttribute)));
}

/// <summary>Lets a node without grains wait for the first node with grains, because they may start together.</summary>
internal sealed class ConnectionRetryFilter(TimeProvider time) : IClientConnectionRetryFilter
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <inheritdoc />
    public async Task<bool> ShouldRetryConnectionAttempt(Exception exception, CancellationToken cancellationToken)
    {
        await Task.Delay(Pause, time, cancellationToken);
        return true;
    }
}
