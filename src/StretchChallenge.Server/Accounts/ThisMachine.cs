using System.Net;

namespace StretchChallenge.Server.Accounts;

/// <summary>Tells requests made on the server's own machine from those that come from elsewhere.</summary>
internal static class ThisMachine
{
    private static readonly string[] ForwardingHeaders = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via"];

    /// <summary>
    /// Whether the request comes from this machine: over loopback, to a loopback host, and handed on by nobody. Without
    /// the latter two, a proxy on this machine would make everybody in the world local.
    /// </summary>
    public static bool Sent(HttpRequest request) =>
        request.HttpContext.Connection.RemoteIpAddress is { } address
        && IPAddress.IsLoopback(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address)
        && IsLoopback(request.Host)
        && !ForwardingHeaders.Any(request.Headers.ContainsKey);

    private static bool IsLoopback(HostString host) =>
        string.Equals(host.Host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Host, out var address) && IPAddress.IsLoopback(address));
}
