using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using StretchChallenge.Server.Hosting;
using StretchChallenge.Server.Sharing;

namespace StretchChallenge.Server.Security;

/// <summary>
/// The hosts that this server answers to: this machine's own name for itself, the public address, the addresses it
/// shares, the hosts it was told to listen on, and what <c>AllowedHosts</c> adds (separated by semicolons; <c>*</c> for
/// all, <c>*.example.com</c> for subdomains).
/// </summary>
public sealed class AllowedHosts
{
    private const string Everything = "*";

    private static readonly string[] Loopback = ["localhost", "127.0.0.1", "[::1]"];

    private readonly IList<StringSegment> _named;
    private readonly bool _all;

    /// <summary>Reads the settings.</summary>
    public AllowedHosts(IConfiguration configuration, IOptions<ServerOptions> server, SharedAddresses shared)
    {
        var configured = Split(configuration["AllowedHosts"]);
        _all = configured.Contains(Everything);
        _named =
        [
            .. Loopback.Concat(shared.Hosts)
                .Concat(HostsOf(configuration["urls"]))
                .Concat(server.Value.PublicUrl is { } url ? [url.Host] : [])
                .Concat(configured.Where(host => host != Everything))
                .Select(host => new StringSegment(host)),
        ];
    }

    /// <summary>Whether a request with this <c>Host</c> is answered.</summary>
    public bool Allows(HostString host) => _all || AllowsByName(host);

    /// <summary>Whether the host is allowed by name, not by a wildcard for all: only such a host may stand in links.</summary>
    public bool AllowsByName(HostString host) => host.HasValue && HostString.MatchesAny(host.Value, _named);

    private static string[] Split(string? list) =>
        list?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    private static IEnumerable<string> HostsOf(string? urls) =>
        Split(urls).Select(BindingAddress.Parse).Select(address => address.Host).Where(host => host is not ("*" or "+" or "0.0.0.0" or "[::]"));
}
