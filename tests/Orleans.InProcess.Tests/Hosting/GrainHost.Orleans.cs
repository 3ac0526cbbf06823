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
    [SuppressMessage("Performance", "CA1822", Justification = "The silo of this repository needs the instance.")]
    public async partial Task TimeOutAsync(Task end) =>
        await end.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    public partial Task CollectIdleAsync() =>
        Grains.GetGrain<IManagementGrain>(0).ForceActivationCollection(TimeSpan.Zero);

    private static partial void UseSilo(IHostApplicationBuilder builder, Action<ISiloBuilder> configure)
    {
        // The test moves the grains' clock. The silo's upkeep goes by the machine's: it takes a leap of hours for a fault.
        builder.Services.AddKeyedSingleton(KeyedService.AnyKey, TimeProvider.System);
        builder.Services.AddKeyedSingleton(
            TimeProviderNames.Grains, (services, _) => services.GetRequiredService<TimeProvider>());
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
