using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Hosting;
using Orleans.Runtime;

namespace Orleans.InProcess.Tests;

/// <summary>Orleans' own silo, alone in a cluster on free ports.</summary>
internal sealed partial class GrainHost
{
    // The test moves the grains' clock. The silo's upkeep goes by the machine's: it takes a leap of hours for a fault.
    private static readonly string[] UpkeepClocks =
    [
        TimeProviderNames.ActivationManagement,
        TimeProviderNames.GrainDirectory,
        TimeProviderNames.Membership,
        TimeProviderNames.Messaging,
        TimeProviderNames.SystemTimers,
    ];

    [SuppressMessage("Performance", "CA1822", Justification = "The silo of this repository needs the instance.")]
    public async partial Task TimeOutAsync(Task end) =>
        await end.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    public partial Task CollectIdleAsync() =>
        Grains.GetGrain<IManagementGrain>(0).ForceActivationCollection(TimeSpan.Zero);

    private static partial void UseSilo(IHostApplicationBuilder builder, Action<ISiloBuilder> configure)
    {
        foreach (var clock in UpkeepClocks)
        {
            builder.Services.AddKeyedSingleton(clock, TimeProvider.System);
        }

        builder.UseOrleans(silo =>
        {
            silo.UseLocalhostClustering(siloPort: FreePort(), gatewayPort: FreePort());
            configure(silo);
        });
    }

    private static int FreePort()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }
}
