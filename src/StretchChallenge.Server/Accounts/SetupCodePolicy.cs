using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;
using StretchChallenge.Server.Hosting;
using StretchChallenge.Server.Security;
using StretchChallenge.Server.Sharing;

namespace StretchChallenge.Server.Accounts;

/// <summary>
/// Whether the first account needs the setup code: always, except in Development while nothing but loopback is listened on and
/// nothing tells of others who reach the server: neither a public address, nor a proxy, nor sharing. Where a request comes from
/// does not count, because a proxy or a tunnel on this machine hides it.
/// </summary>
internal sealed class SetupCodePolicy(
    IHostEnvironment environment,
    IServer server,
    IOptions<ServerOptions> options,
    IOptions<ProxyOptions> proxies,
    SharedAddresses shared)
{
    /// <summary>Whether it does. Known once the server listens.</summary>
    public bool NeedsCode => !(environment.IsDevelopment()
        && options.Value.PublicUrl is null
        && !proxies.Value.Any
        && !shared.Any
        && server.Features.Get<IServerAddressesFeature>()?.Addresses is { Count: > 0 } addresses
        && addresses.All(IsLoopback));

    private static bool IsLoopback(string address)
    {
        var binding = BindingAddress.Parse(address);
        return !binding.IsUnixPipe
            && !binding.IsNamedPipe
            && (string.Equals(binding.Host, "localhost", StringComparison.OrdinalIgnoreCase)
                || (IPAddress.TryParse(binding.Host, out var ip) && IPAddress.IsLoopback(ip)));
    }
}
