using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Hosting;
using Orleans.Hosting;

namespace Orleans.InProcess.Tests;

/// <summary>Orleans' own silo, alone in a cluster on free ports.</summary>
internal sealed partial class GrainHost
{
    private static partial void UseSilo(IHostApplicationBuilder builder, Action<ISiloBuilder> configure) =>
        builder.UseOrleans(silo =>
        {
            silo.UseLocalhostClustering(siloPort: FreePort(), gatewayPort: FreePort());
            configure(silo);
        });

    private static int FreePort()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }
}
