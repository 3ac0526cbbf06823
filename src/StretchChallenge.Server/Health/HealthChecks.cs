using Microsoft.Extensions.Diagnostics.HealthChecks;
using StretchChallenge.Storage.Hosting;

namespace StretchChallenge.Server.Health;

/// <summary>Healthy while the database answers with its schema up to date and the ledger's writer runs.</summary>
internal sealed class LedgerHealthCheck(ILedgerProbe ledger) : IHealthCheck
{
    /// <inheritdoc />
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await ledger.CheckAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (DatabaseUnwritableException fault)
        {
            return HealthCheckResult.Unhealthy(fault.Message);
        }
    }
}

/// <summary>Healthy while this process's silo is an active member of its cluster: not while it joins, leaves or was declared dead.</summary>
internal sealed class SiloHealthCheck(ISiloStatusOracle silos) : IHealthCheck
{
    /// <inheritdoc />
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(silos.CurrentStatus == SiloStatus.Active
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy($"The silo is {silos.CurrentStatus}."));
}

/// <summary>Healthy while a node without a silo is connected to at least one gateway of the cluster.</summary>
internal sealed class ClusterConnectionHealthCheck : IHealthCheck, IClusterConnectionStatusObserver
{
    private int _gateways;

    /// <inheritdoc />
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(Volatile.Read(ref _gateways) > 0
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy("There is no connection to a node with grains."));

    /// <inheritdoc />
    public void NotifyGatewayCountChanged(int currentNumberOfGateways, int previousNumberOfGateways, bool connectionRecovered) =>
        Interlocked.Add(ref _gateways, currentNumberOfGateways - previousNumberOfGateways); // Concurrent notifications may arrive in any order.

    /// <inheritdoc />
    public void NotifyClusterConnectionLost()
    {
        // The count has changed to 0 as well.
    }
}
