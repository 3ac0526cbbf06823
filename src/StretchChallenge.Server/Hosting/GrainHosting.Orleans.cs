using Orleans.Hosting;

namespace StretchChallenge.Server.Hosting;

/// <summary>Runs the grains on Microsoft Orleans: one silo in this process.</summary>
internal static class GrainHosting
{
    private const int DefaultSiloPort = 11111;
    private const int DefaultGatewayPort = 30000;

    /// <summary>The runtime that this build has its grains on, for the start banner.</summary>
    public const string Runtime = "on Microsoft Orleans";

    /// <summary>Adds the grains. <c>Cluster:SiloPort</c> and <c>Cluster:GatewayPort</c> are ports of the loopback address.</summary>
    public static void AddGrains(this WebApplicationBuilder builder)
    {
        var cluster = builder.Configuration.GetSection("Cluster");
        builder.UseOrleans(silo => silo.UseLocalhostClustering(
            cluster.GetValue("SiloPort", DefaultSiloPort),
            cluster.GetValue("GatewayPort", DefaultGatewayPort)));
    }
}
