using System.Reflection;
using Orleans;
using Orleans.Concurrency;
using Orleans.Runtime;
using StretchChallenge.Contracts;

namespace StretchChallenge.Server.Hosting.Cluster.OnOrleans;

/// <summary>
/// Sends a call again where the node that ran the grain has gone or is going: the grain lives on another one as soon as
/// the cluster has noticed. Only what may be done twice is sent twice.
/// </summary>
internal sealed class RepeatedCalls(TimeProvider time) : IOutgoingGrainCallFilter
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    /// <summary>A little longer than the cluster takes to notice that a node was killed.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

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
            catch (OrleansMessageRejectionException) when (time.GetElapsedTime(started) < Patience && MayBeRepeated(context.InterfaceMethod))
            {
                await Task.Delay(Pause, time);
            }
        }
    }

    private static bool MayBeRepeated(MethodInfo? method) =>
        method is not null && (method.IsDefined(typeof(ReadOnlyAttribute)) || method.IsDefined(typeof(RepeatableAttribute)));
}
