using System.Globalization;
using System.Net;
using Microsoft.Extensions.Options;

namespace StretchChallenge.Server.Hosting.Cluster;

/// <summary>This node's place in a cluster: the section <c>Cluster</c>.</summary>
/// <param name="Role"><c>Cluster:Role</c>, <see cref="NodeRole.All" /> by default.</param>
/// <param name="Name"><c>Cluster:Name</c>: nodes with the same name and the same database are one cluster.</param>
/// <param name="Address"><c>Cluster:Address</c>: the IP address at which other nodes reach this one; by default its first one.</param>
/// <param name="SiloPort"><c>Cluster:SiloPort</c>: where other nodes that run grains connect; 11111 by default.</param>
/// <param name="GatewayPort"><c>Cluster:GatewayPort</c>: where nodes that run none connect; 30000 by default.</param>
internal sealed record NodeOptions(NodeRole Role, string Name, IPAddress? Address, int SiloPort, int GatewayPort)
{
    private const int DefaultSiloPort = 11111;
    private const int DefaultGatewayPort = 30000;

    /// <summary>Reads the settings.</summary>
    /// <exception cref="OptionsValidationException">A setting is impossible; the message names it.</exception>
    public static NodeOptions Read(IConfiguration configuration)
    {
        var cluster = configuration.GetSection("Cluster");
        return new NodeOptions(
            ReadRole(cluster["Role"]),
            cluster["Name"] is { Length: > 0 } name ? name : "stretch-challenge",
            ReadAddress(cluster["Address"]),
            ReadPort(cluster, "SiloPort", DefaultSiloPort),
            ReadPort(cluster, "GatewayPort", DefaultGatewayPort));
    }

    /// <summary>The fault of a setting that cannot be; the message names it.</summary>
    public static OptionsValidationException Impossible(string message) => new(nameof(NodeOptions), typeof(NodeOptions), [message]);

    private static NodeRole ReadRole(string? value) => value?.ToLowerInvariant() switch
    {
        null or "" or "all" => NodeRole.All,
        "silo" => NodeRole.Silo,
        "web" => NodeRole.Web,
        _ => throw Impossible($"Cluster:Role is '{value}'; it must be all, silo or web."),
    };

    private static IPAddress? ReadAddress(string? value) => value switch
    {
        null or "" => null,
        _ when IPAddress.TryParse(value, out var address) => address,
        _ => throw Impossible($"Cluster:Address is '{value}'; it must be an IP address, such as 10.0.0.5."),
    };

    private static int ReadPort(IConfigurationSection cluster, string name, int otherwise) => cluster[name] switch
    {
        null or "" => otherwise,
        var value when int.TryParse(value, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= IPEndPoint.MaxPort => port,
        var value => throw Impossible($"Cluster:{name} is '{value}'; it must be a port from 1 to 65535."),
    };
}
