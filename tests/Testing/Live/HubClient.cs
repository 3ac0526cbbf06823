using System.Buffers;
using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace StretchChallenge.Testing.Live;

/// <summary>
/// A client of a SignalR hub over a web socket, with the shared framework's own protocol. It stands in for
/// Microsoft.AspNetCore.SignalR.Client, which not every registry carries.
/// </summary>
public sealed class HubClient : IAsyncDisposable
{
    private readonly JsonHubProtocol _protocol = new();
    private readonly WebSocket _socket;
    private readonly AnyMessage _binder = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<JsonElement>> _calls = new();
    private readonly Channel<HubEvent> _events = Channel.CreateUnbounded<HubEvent>();
    private readonly SemaphoreSlim _sending = new(1, 1);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _reading;
    private int _lastCall;
    private long _bytesReceived;

    private HubClient(WebSocket socket)
    {
        _socket = socket;
        _reading = ReadAsync();
    }

    /// <summary>What the hub pushes, in its order; completes when the connection ends.</summary>
    public ChannelReader<HubEvent> Events => _events.Reader;

    /// <summary>The bytes received so far, less the web socket's own framing.</summary>
    public long BytesReceived => Interlocked.Read(ref _bytesReceived);

    /// <summary>Connects to a server's hub, as nobody or by a sign-in cookie.</summary>
    /// <param name="server">Its address.</param>
    /// <param name="cookie">The sign-in.</param>
    /// <param name="certificate">The one that the server must have, where nobody vouches for it.</param>
    public static async Task<HubClient> ConnectAsync(Uri server, string? cookie = null, X509Certificate2? certificate = null)
    {
        var socket = new ClientWebSocket();
        if (cookie is not null)
        {
            socket.Options.SetRequestHeader("Cookie", cookie);
        }

        if (certificate is not null)
        {
            socket.Options.RemoteCertificateValidationCallback = (_, shown, _, _) => certificate.Equals(shown);
        }

        var scheme = server.Scheme == Uri.UriSchemeHttps ? "wss" : "ws";
        await socket.ConnectAsync(new UriBuilder(server) { Scheme = scheme, Path = "/live" }.Uri, CancellationToken.None);
        return await ConnectAsync(socket);
    }

    /// <summary>Shakes hands over an open socket.</summary>
    public static async Task<HubClient> ConnectAsync(WebSocket socket)
    {
        var handshake = new ArrayBufferWriter<byte>();
        HandshakeProtocol.WriteRequestMessage(new HandshakeRequestMessage("json", 1), handshake);
        await socket.SendAsync(handshake.WrittenMemory, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        return new HubClient(socket);
    }

    /// <summary>Calls a method of the hub and waits for its answer; undefined where it has none.</summary>
    /// <exception cref="HubException">The hub refused; the message says why.</exception>
    public async Task<JsonElement> CallAsync(string method, params object?[] arguments)
    {
        var id = Interlocked.Increment(ref _lastCall).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var answer = _calls[id] = new TaskCompletionSource<JsonElement>(TaskCreationOptions.RunContinuationsAsynchronously);
        await SendAsync(new InvocationMessage(id, method, arguments));
        return await answer.Task;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _socket.Abort();
        await _reading;
        _socket.Dispose();
        _stop.Dispose();
    }

    private async Task SendAsync(HubMessage message)
    {
        await _sending.WaitAsync();
        try
        {
            await _socket.SendAsync(_protocol.GetMessageBytes(message), WebSocketMessageType.Text, endOfMessage: true, _stop.Token);
        }
        finally
        {
            _sending.Release();
        }
    }

    private async Task ReadAsync()
    {
        var received = new ArrayBufferWriter<byte>();
        var hasShakenHands = false;
        try
        {
            while ((await _socket.ReceiveAsync(received.GetMemory(4096), _stop.Token)) is { MessageType: not WebSocketMessageType.Close } part)
            {
                received.Advance(part.Count);
                Interlocked.Add(ref _bytesReceived, part.Count);
                if (!part.EndOfMessage)
                {
                    continue;
                }

                var messages = new ReadOnlySequence<byte>(received.WrittenMemory.ToArray());
                received.ResetWrittenCount();
                hasShakenHands = hasShakenHands || HandshakeProtocol.TryParseResponseMessage(ref messages, out _);
                while (_protocol.TryParseMessage(ref messages, _binder, out var message))
                {
                    await TakeAsync(message);
                }
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or WebSocketException or IOException or ObjectDisposedException)
        {
            // The connection is over, by our doing or the server's.
        }

        _events.Writer.TryComplete();
        foreach (var call in _calls.Values)
        {
            call.TrySetException(new IOException("The connection ended before the answer."));
        }
    }

    private async ValueTask TakeAsync(HubMessage message)
    {
        switch (message)
        {
            case CompletionMessage completion when _calls.TryRemove(completion.InvocationId!, out var call):
                _ = completion.Error is { } error
                    ? call.TrySetException(new HubException(error))
                    : call.TrySetResult(completion.Result is JsonElement result ? result : default);
                break;
            case InvocationMessage invocation:
                _events.Writer.TryWrite(new HubEvent(invocation.Target, (JsonElement)invocation.Arguments[0]!));
                break;
            case PingMessage:
                await SendAsync(PingMessage.Instance);
                break;
        }
    }

    private sealed class AnyMessage : IInvocationBinder
    {
        public Type GetReturnType(string invocationId) => typeof(JsonElement);

        public IReadOnlyList<Type> GetParameterTypes(string methodName) => [typeof(JsonElement)];

        public Type GetStreamItemType(string streamId) => typeof(JsonElement);
    }
}
