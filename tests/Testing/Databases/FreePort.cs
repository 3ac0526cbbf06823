using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace StretchChallenge.Testing.Databases;

/// <summary>Ports of the loopback address.</summary>
public static class FreePort
{
    private const int First = 10_000;

    // From here on the system gives ports to outgoing connections; one of those could take a found port before its server does.
    private static readonly int _end = FirstEphemeralPort();

    private static readonly ConcurrentDictionary<int, bool> _found = new();

    /// <summary>A port that nobody listens on at this moment, and that this process has not found before.</summary>
    public static int Find()
    {
        while (true)
        {
            var port = Random.Shared.Next(First, _end);
            if (_found.TryAdd(port, true) && IsFree(port))
            {
                return port;
            }
        }
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static int FirstEphemeralPort()
    {
        const string Range = "/proc/sys/net/ipv4/ip_local_port_range";
        return File.Exists(Range) && int.Parse(File.ReadAllText(Range).Split('\t')[0], CultureInfo.InvariantCulture) is > First + 1000 and var first
            ? first
            : ushort.MaxValue;
    }
}
