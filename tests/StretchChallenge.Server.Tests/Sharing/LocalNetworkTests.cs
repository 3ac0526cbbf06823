using System.Net;
using StretchChallenge.Server.Sharing;

namespace StretchChallenge.Server.Tests.Sharing;

[Trait("Category", "Faults")]
public sealed class LocalNetworkTests
{
    [Theory]
    [InlineData("192.168.1.20", "eth0 192.168.1.20", "tun0 10.8.0.2 gateway", "docker0 172.17.0.1")]
    [InlineData("192.168.1.20", "tun0 10.8.0.2 gateway", "eth0 192.168.1.20 gateway", "docker0 172.17.0.1")]
    [InlineData("192.168.1.20", "docker0 172.17.0.1", "br-1f2e 172.18.0.1", "wlp3s0 192.168.1.20")]
    [InlineData("10.1.2.3", "wg0 10.6.0.2 gateway", "tailscale0 100.64.0.5", "enp0s31f6 10.1.2.3")]
    [InlineData("192.168.1.20", "eth0 203.0.113.7 gateway", "eth1 192.168.1.20")]
    [InlineData("192.168.2.5", "eth0 192.168.1.20", "eth1 192.168.2.5 gateway")]
    [InlineData("192.168.1.20", "eth0 169.254.7.7 gateway", "docker0 192.168.1.20")]
    [InlineData("172.17.0.1", "docker0 172.17.0.1")]
    [InlineData("203.0.113.7", "veth12 10.0.3.1", "eth0 203.0.113.7 gateway")]
    public void Order_SeveralInterfaces_NamesFirstWhatPhonesReach(string expected, params string[] addresses)
    {
        var machine = addresses.Select(text => text.Split(' ')).Select(
            parts => new NetworkAddress(IPAddress.Parse(parts[1]), parts[0], parts[0], parts.Length > 2));

        var ordered = LocalNetwork.Order(machine);

        Assert.Equal(expected, ordered[0].ToString());
        Assert.Equal(addresses.Length, ordered.Count);
    }

    [Fact]
    public void Order_OnWindows_KnowsProductsByTheirDescription()
    {
        var ordered = LocalNetwork.Order(
        [
            new(IPAddress.Parse("172.20.0.1"), "Ethernet 3", "Hyper-V Virtual Ethernet Adapter", HasGateway: true),
            new(IPAddress.Parse("192.168.1.20"), "Ethernet", "Intel(R) Ethernet Connection", HasGateway: false),
        ]);

        Assert.Equal("192.168.1.20", ordered[0].ToString());
    }
}
