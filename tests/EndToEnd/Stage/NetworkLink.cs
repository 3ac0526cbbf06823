using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace StretchChallenge.EndToEnd.Stage;

/// <summary>
/// The network between a browser and the server: a port of its own that hands everything on, until it is cut. Where the
/// server is may change; the address that the browser knows stays.
/// </summary>
public sealed class NetworkLink : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<TcpClient, bool> _ends = new();
    private readonly Func<Uri> _server;
    private readonly Task _accepting;
    private volatile bool _isCut;
    private volatile bool _refusesWebSockets;

    /// <summary>A line to wherever the server is at the moment of each connection.</summary>
    public NetworkLink(Func<Uri> server)
    {
        _server = server;
        _listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");
        _accepting = AcceptAsync();
    }

    /// <summary>The browser's end.</summary>
    public Uri Address { get; }

    /// <summary>Cuts all connections; new ones break at once.</summary>
    public void Cut()
    {
        _isCut = true;
        foreach (var end in _ends.Keys)
        {
            Close(end);
        }
    }

    /// <summary>Lets new connections through again, WebSockets too.</summary>
    public void Mend() => _isCut = _refusesWebSockets = false;

    /// <summary>From now on it answers WebSockets with 403, like some proxies, and lets the rest through.</summary>
    public void RefuseWebSockets() => _refusesWebSockets = true;

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        Cut();
        _listener.Stop();
        await _accepting;
        _listener.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = CarryAsync(await _listener.AcceptTcpClientAsync());
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // The listener was stopped.
        }
    }

    private async Task CarryAsync(TcpClient browser)
    {
        using var server = new TcpClient();
        _ends[browser] = true;
        _ends[server] = true;
        try
        {
            // Cut before or after it was noted: either way it is closed.
            ObjectDisposedException.ThrowIf(_isCut, this);
            await server.ConnectAsync(IPAddress.Loopback, _server().Port);
            var (near, far) = (browser.GetStream(), server.GetStream());
            if (_refusesWebSockets && !await PassFirstAsync(near, far))
            {
                return;
            }

            await Task.WhenAny(near.CopyToAsync(far), far.CopyToAsync(near));
        }
        catch (Exception exception) when (exception is IOException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // The line was cut, or the server is away: the browser sees its connection end.
        }
        finally
        {
            Close(browser);
            Close(server);
        }
    }

    // Browsers open a connection of its own for each WebSocket, so the first request tells. False when it was refused.
    private static async Task<bool> PassFirstAsync(NetworkStream near, NetworkStream far)
    {
        var buffer = new byte[16 * 1024];
        var read = await near.ReadAsync(buffer);
        var request = buffer.AsMemory(0, read);
        if (Encoding.ASCII.GetString(request.Span).Contains("Upgrade: websocket", StringComparison.OrdinalIgnoreCase))
        {
            await near.WriteAsync("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray());
            return false;
        }

        await far.WriteAsync(request);
        return true;
    }

    private void Close(TcpClient end)
    {
        _ends.TryRemove(end, out _);
        end.Dispose();
    }
}
