using System.Globalization;
using System.Net;
using Microsoft.Extensions.Options;
using Orleans.Configuration;

namespace StretchChallenge.Server.Hosting.Cluster;

/// <summary>What a node of a cluster does.</summary>
internal enum NodeRole
{
    /// <summary>Runs grains and serves people.</summary>
    All,

    /// <summary>Runs grains; over HTTP it answers health checks only.</summary>
    Silo,

    /// <summary>Serves people and calls the grains of other nodes.</summary>
    Web,
}

/// <summary>This node's place in a cluster: the section <c>Cluster</c>.</summary>
/// <param name="Role"><c>Cluster:Role</c>, <see cref="NodeRole.All" /> by default.</param>
/// <param name="Name"><c>Cluster:Name</c>: nodes with the same name and the same database are one cluster.</param>
/// <param name="Address"><c>Cluster:Address</c>: the IP address at which other nodes reach this one; by default the machine's first one.</param>
/// <param name="SiloPort"><c>Cluster:SiloPort</c>: where other nodes that run grains connect; 11111 by default.</param>
/// <param name="GatewayPort"><c>Cluster:GatewayPort</c>: where nodes without grains connect; 30000 by default.</param>
/// <remarks>With SQLite the silo is embedded and uses neither address nor ports (<see cref="EmbeddedSilo" />).</remarks>
internal sealed record NodeOptions(NodeRole Role, string Name, IPAddress? Address, int SiloPort, int GatewayPort)
{
    /// <summary>Reads the settings.</summary>
    /// <exception cref="OptionsValidationException">A setting is not valid; the message names it.</exception>
    public static NodeOptions Read(IConfiguration configuration)
    {
        var cluster = configuration.GetSection("Cluster");
        return new NodeOptions(
            ReadRole(cluster["Role"]),
            cluster["Name"] is { Length: > 0 } name ? name : "stretch-challenge",
            ReadAddress(cluster["Address"]),
            ReadPort(cluster, "SiloPort", EndpointOptions.DEFAULT_SILO_PORT),
            ReadPort(cluster, "GatewayPort", EndpointOptions.DEFAULT_GATEWAY_PORT));
    }

    /// <summary>The exception for a setting that is not valid; the message names it.</summary>
    public static OptionsValidationException Invalid(string message) => new(nameof(NodeOptions), typeof(NodeOptions), [message]);

    /// <summary>Names the cluster to Orleans.</summary>
    public void Apply(ClusterOptions cluster) => (cluster.ClusterId, cluster.ServiceId) = (Name, Name);

    /// <summary>Tells Orleans where to listen, and which address to write into the membership table.</summary>
    public void Apply(EndpointOptions endpoint)
    {
        (endpoint.SiloPort, endpoint.GatewayPort) = (SiloPort, GatewayPort);
        if (Address is { } address)
        {
            endpoint.AdvertisedIPAddress = address;
        }

        endpoint.SiloListeningEndpoint = new IPEndPoint(Address ?? IPAddress.Any, SiloPort);
        endpoint.GatewayListeningEndpoint = new IPEndPoint(Address ?? IPAddress.Any, GatewayPort);
    }

    private static NodeRole ReadRole(string? value) => value?.ToLowerInvariant() switch
    {
        null or "" or "all" => NodeRole.All,
        "silo" => NodeRole.Silo,
        "web" => NodeRole.Web,
        _ => throw Invalid($"Cluster:Role is '{value}'; it must be all, silo or web."),
    };

    private static IPAddress? ReadAddress(string? value) => value switch
    {
        null or "" => null,
        _ when IPAddress.TryParse(value, out var address) => address,
        _ => throw Invalid($"Cluster:Address is '{value}'; it must be an IP address, such as 10.0.0.5."),
    };

    private static int ReadPort(IConfigurationSection cluster, string name, int fallback) => cluster[name] switch
    {
        null or "" => fallback,
        var value when int.TryParse(value, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= IPEndPoint.MaxPort => port,
        var value => throw Invalid($"Cluster:{name} is '{value}'; it must be a port from 1 to 65535."),
    };
}
