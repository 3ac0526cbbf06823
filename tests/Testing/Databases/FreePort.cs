using System.Net;
using System.Net.Sockets;

namespace StretchChallenge.Testing.Databases;

/// <summary>Ports of the loopback address.</summary>
public static class FreePort
{
    /// <summary>A port that nobody listens on at this moment.</summary>
    public static int Find()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
