using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace StretchChallenge.Server.Sharing;

/// <summary>An IPv4 address of this machine.</summary>
/// <param name="Address">The address.</param>
/// <param name="Interface">The name of its network interface, such as <c>eth0</c>.</param>
/// <param name="Description">What the system says of the interface; on Windows the product's name.</param>
/// <param name="HasGateway">Whether the interface leads to other networks.</param>
internal sealed record NetworkAddress(IPAddress Address, string Interface, string Description, bool HasGateway)
{
    // Interfaces that lead to no other device in the room: tunnels, bridges of containers and of virtual machines.
    private static readonly string[] VirtualNames =
    [
        "tun", "tap", "wg", "utun", "ppp", "ipsec", "tailscale", "zt", "nordlynx", "docker", "br-", "veth", "virbr", "vnet", "vmnet",
        "vboxnet", "lxc", "lxd", "incus", "podman", "cni", "flannel", "cali", "kube", "dummy", "vEthernet",
    ];

    private static readonly string[] VirtualProducts = ["virtual", "vpn", "tap-windows", "wireguard", "wintun", "hyper-v", "vmware", "virtualbox", "tailscale"];

    /// <summary>Whether the interface is no network card.</summary>
    public bool IsVirtual =>
        VirtualNames.Any(name => Interface.StartsWith(name, StringComparison.OrdinalIgnoreCase))
        || VirtualProducts.Any(product => Description.Contains(product, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether it is an address of a local network (RFC 1918).</summary>
    public bool IsPrivate => Address.GetAddressBytes() is [10, ..] or [172, >= 16 and <= 31, ..] or [192, 168, ..];

    /// <summary>Whether the machine gave it to itself because nobody else did (RFC 3927).</summary>
    public bool IsLinkLocal => Address.GetAddressBytes() is [169, 254, ..];
}

/// <summary>The network addresses of this machine.</summary>
internal static class LocalNetwork
{
    /// <summary>The IPv4 addresses in the order of <see cref="Order" />.</summary>
    public static IReadOnlyList<IPAddress> Addresses() => Order(
        from network in NetworkInterface.GetAllNetworkInterfaces()
        where network.OperationalStatus == OperationalStatus.Up
        where network.NetworkInterfaceType != NetworkInterfaceType.Loopback
        let properties = network.GetIPProperties()
        let hasGateway = properties.GatewayAddresses.Any(gateway => !gateway.Address.Equals(IPAddress.Any))
        from unicast in properties.UnicastAddresses
        where unicast.Address.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(unicast.Address)
        select new NetworkAddress(unicast.Address, network.Name, network.Description, hasGateway));

    /// <summary>First those that a phone in the same network most likely reaches: of a real card, private, with a gateway.</summary>
    public static IReadOnlyList<IPAddress> Order(IEnumerable<NetworkAddress> addresses) =>
    [
        .. addresses
            .OrderBy(address => address.IsLinkLocal)
            .ThenBy(address => address.IsVirtual)
            .ThenByDescending(address => address.IsPrivate)
            .ThenByDescending(address => address.HasGateway)
            .Select(address => address.Address),
    ];
}
