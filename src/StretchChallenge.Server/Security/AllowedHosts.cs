using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using StretchChallenge.Contracts.Refusals;
using StretchChallenge.Domain.Text;
using StretchChallenge.Server.Health;
using StretchChallenge.Server.Hosting;
using StretchChallenge.Server.Problems;
using StretchChallenge.Server.Sharing;

namespace StretchChallenge.Server.Security;

/// <summary>
/// The hosts that this server answers to: loopback names, the public address, the shared addresses, the hosts it listens on,
/// and those of the setting <c>AllowedHosts</c> (separated by semicolons; <c>*</c> for all, <c>*.example.com</c> for
/// subdomains). A host of letters beyond ASCII may be written either way.
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
                .Select(host => new StringSegment(HostName.ToAscii(host))),
        ];
    }

    /// <summary>Whether a request with this <c>Host</c> is answered.</summary>
    public bool Allows(HostString host) => _all || AllowsByName(host);

    /// <summary>Whether the host is allowed by name and not only by <c>*</c>: only such a host may be used in links.</summary>
    public bool AllowsByName(HostString host) => host.HasValue && HostString.MatchesAny(host.ToUriComponent(), _named);

    /// <summary>The names, for a log.</summary>
    public override string ToString() => string.Join(", ", _named);

    private static string[] Split(string? list) =>
        list?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    private static IEnumerable<string> HostsOf(string? urls) =>
        Split(urls).Select(BindingAddress.Parse).Select(address => address.Host).Where(host => host is not ("*" or "+" or "0.0.0.0" or "[::]"));
}

/// <summary>Refuses requests for unknown hosts, as a defence against DNS rebinding.</summary>
internal sealed class HostGuard(RequestDelegate next, AllowedHosts hosts, RefusedAddresses refused)
{
    /// <summary>Calls the next middleware, or answers with a problem.</summary>
    /// <remarks>Health checks are exempt: orchestrators send them to the current IP address.</remarks>
    public Task InvokeAsync(HttpContext context)
    {
        if (hosts.Allows(context.Request.Host) || context.Request.Path.StartsWithSegments(HealthEndpoints.Path))
        {
            return next(context);
        }

        refused.HostRefused(context.Request.Host.ToString(), hosts.ToString());
        return Problem.Of(RequestRefusals.UnknownHost).ExecuteAsync(context);
    }
}
