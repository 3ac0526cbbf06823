using System.Net;
using System.Net.Sockets;
using StretchChallenge.Server.Accounts;

namespace StretchChallenge.Server.RateLimits;

/// <summary>Who a request is counted for.</summary>
internal static class Requester
{
    private const int BytesOfNetwork = 8;

    /// <summary>The address; of an IPv6 address the first 64 bits, which one household or phone has for itself.</summary>
    public static string AddressOf(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress ?? IPAddress.None;
        if (address.IsIPv4MappedToIPv6)
        {
            address = address.MapToIPv4();
        }

        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexString(address.GetAddressBytes(), 0, BytesOfNetwork)
            : address.ToString();
    }

    /// <summary>The person; null where nobody is signed in.</summary>
    public static string? PersonOf(HttpContext context) => context.User.IdOrNull()?.Value;
}
