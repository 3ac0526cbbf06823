using System.Net.WebSockets;
using StretchChallenge.Testing.Live;

namespace StretchChallenge.LoadGenerator.Rooms;

/// <summary>A connection to a hub that counts the bytes it receives.</summary>
internal sealed class CountedHub : IAsyncDisposable
{
    private readonly CountingSocket _socket;

    private CountedHub(HubClient client, CountingSocket socket)
    {
        Client = client;
        _socket = socket;
    }

    /// <summary>The connection.</summary>
    public HubClient Client { get; }

    /// <summary>The bytes received so far, without the web socket's own framing.</summary>
    public long BytesReceived => _socket.Received;

    /// <summary>Connects to a server's hub, as nobody or by a sign-in cookie.</summary>
    public static async Task<CountedHub> ConnectAsync(Uri server, string? cookie = null)
    {
        var socket = new ClientWebSocket();
        if (cookie is not null)
        {
            socket.Options.SetRequestHeader("Cookie", cookie);
        }

        var counting = new CountingSocket(socket);
        var client = await HubClient.ConnectAsync(new Uri(server, "/live"), async (address, token) =>
        {
            await socket.ConnectAsync(address, token);
            return counting;
        });
        return new CountedHub(client, counting);
    }

    /// <summary>How many messages came since this was asked last.</summary>
    public int TakeMessages()
    {
        var count = 0;
        while (Client.Events.TryRead(out _))
        {
            count++;
        }

        return count;
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => Client.DisposeAsync();

    private sealed class CountingSocket(WebSocket socket) : WebSocket
    {
        private long _received;

        public long Received => Interlocked.Read(ref _received);

        public override WebSocketCloseStatus? CloseStatus => socket.CloseStatus;

        public override string? CloseStatusDescription => socket.CloseStatusDescription;

        public override WebSocketState State => socket.State;

        public override string? SubProtocol => socket.SubProtocol;

        public override async Task<WebSocketReceiveResult> ReceiveAsync(ArraySegment<byte> buffer, CancellationToken cancellationToken)
        {
            var result = await socket.ReceiveAsync(buffer, cancellationToken);
            Interlocked.Add(ref _received, result.Count);
            return result;
        }

        public override async ValueTask<ValueWebSocketReceiveResult> ReceiveAsync(Memory<byte> buffer, CancellationToken cancellationToken)
        {
            var result = await socket.ReceiveAsync(buffer, cancellationToken);
            Interlocked.Add(ref _received, result.Count);
            return result;
        }

        public override Task SendAsync(ArraySegment<byte> buffer, WebSocketMessageType messageType, bool endOfMessage, CancellationToken cancellationToken) =>
            socket.SendAsync(buffer, messageType, endOfMessage, cancellationToken);

        public override ValueTask SendAsync(ReadOnlyMemory<byte> buffer, WebSocketMessageType messageType, bool endOfMessage, CancellationToken cancellationToken) =>
            socket.SendAsync(buffer, messageType, endOfMessage, cancellationToken);

        public override Task CloseAsync(WebSocketCloseStatus closeStatus, string? statusDescription, CancellationToken cancellationToken) =>
            socket.CloseAsync(closeStatus, statusDescription, cancellationToken);

        public override Task CloseOutputAsync(WebSocketCloseStatus closeStatus, string? statusDescription, CancellationToken cancellationToken) =>
            socket.CloseOutputAsync(closeStatus, statusDescription, cancellationToken);

        public override void Abort() => socket.Abort();

        public override void Dispose() => socket.Dispose();
    }
}
