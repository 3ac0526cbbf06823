using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace StretchChallenge.Server.Sharing;

/// <summary>This machine as its network sees it.</summary>
internal static class LocalNetwork
{
    /// <summary>The machine's IPv4 addresses, those with a way out first: a phone most likely reaches the first.</summary>
    public static IReadOnlyList<IPAddress> Addresses() =>
    [
        .. NetworkInterface.GetAllNetworkInterfaces()
            .Where(network => network.OperationalStatus == OperationalStatus.Up)
            .Where(network => network.NetworkInterfaceType != NetworkInterfaceType.Loopback)
            .Select(network => network.GetIPProperties())
            .OrderByDescending(network => network.GatewayAddresses.Any(IsWayOut))
            .SelectMany(network => network.UnicastAddresses)
            .Select(unicast => unicast.Address)
            .Where(address => address.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(address)),
    ];

    private static bool IsWayOut(GatewayIPAddressInformation gateway) => !gateway.Address.Equals(IPAddress.Any);
}
