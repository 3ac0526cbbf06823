using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

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

    /// <summary>Lets new connections through again.</summary>
    public void Mend() => _isCut = false;

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

    private void Close(TcpClient end)
    {
        _ends.TryRemove(end, out _);
        end.Dispose();
    }
}
