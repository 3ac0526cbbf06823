using Orleans;
using StretchChallenge.Storage.Hosting;

namespace StretchChallenge.Server.Hosting.Cluster.OnOrleans;

/// <summary>Says of a database that is away what another node understands: a driver's exceptions do not cross.</summary>
internal sealed class FaultsAcrossNodes : IIncomingGrainCallFilter
{
    /// <inheritdoc />
    public async Task Invoke(IIncomingGrainCallContext context)
    {
        try
        {
            await context.Invoke();
        }
        catch (Exception fault) when (PassingFault.IsIn(fault))
        {
            throw new LedgerAbsentException(fault.Message);
        }
    }
}
