using System.Net;

namespace StretchChallenge.Server.Security;

/// <summary>
/// The proxies before this server (section <c>Proxy</c>), by address or network. Forwarded headers count from them
/// alone; by default there are none.
/// </summary>
public sealed class ProxyOptions
{
    /// <summary>Addresses, such as <c>10.0.0.2</c>.</summary>
    public string[] KnownProxies { get; set; } = [];

    /// <summary>Networks, such as <c>10.0.0.0/24</c>.</summary>
    public string[] KnownNetworks { get; set; } = [];

    /// <summary>Whether there is any proxy.</summary>
    public bool Any => KnownProxies.Length + KnownNetworks.Length > 0;

    /// <summary>Whether every entry is an address or a network.</summary>
    public bool IsValid =>
        KnownProxies.All(proxy => IPAddress.TryParse(proxy, out _))
        && KnownNetworks.All(network => IPNetwork.TryParse(network, out _));
}
