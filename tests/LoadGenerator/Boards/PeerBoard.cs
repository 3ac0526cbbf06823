using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using StretchChallenge.Testing;
using StretchChallenge.Testing.Servers;

namespace StretchChallenge.LoadGenerator.Boards;

/// <summary>The server of <c>peer/</c>, to compare with.</summary>
internal sealed class PeerBoard : IBoardServer
{
    private static readonly string Folder = Repository.PathOf("tests/LoadGenerator/peer");

    private readonly DirectoryInfo _data;
    private readonly ServerProcess _server;
    private readonly HttpClient _http;
    private readonly int _people;
    private ImmutableArray<Watcher> _watchers = [];
    private int _rounds;

    private PeerBoard(DirectoryInfo data, ServerProcess server, int people)
    {
        (_data, _server, _people) = (data, server, people);
        _http = new HttpClient { BaseAddress = server.Address };
    }

    /// <inheritdoc />
    public TimeSpan ProcessorTime => _server.ProcessorTime;

    /// <inheritdoc />
    public long Messages => _watchers.Sum(watcher => watcher.Messages);

    /// <inheritdoc />
    public long Bytes => _watchers.Sum(watcher => watcher.Bytes);

    /// <summary>Starts it, with so many people.</summary>
    public static async Task<IBoardServer> StartAsync(int people)
    {
        await InstallAsync();
        var data = Directory.CreateTempSubdirectory("stretch-peer-");
        var server = await ServerProcess.StartProgramAsync(
            Folder, "node", "server.mjs", Path.Combine(data.FullName, "peer.db"), people.ToString(CultureInfo.InvariantCulture));
        return new PeerBoard(data, server, people);
    }

    /// <inheritdoc />
    public async Task WatchAsync(int watchers)
    {
        var connected = new Watcher[watchers];
        await Parallel.ForAsync(0, watchers, async (number, _) => connected[number] = await Watcher.ConnectAsync(_server.Address));
        _watchers = [.. connected];
    }

    /// <inheritdoc />
    public Task PrepareAsync()
    {
        _rounds++;
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public async Task CheckInAsync(int person)
    {
        using var answer = await _http.PostAsJsonAsync(PathOf(person), new { commandId = $"round-{_rounds}", run = $"{_rounds}-{person}" });
        answer.EnsureSuccessStatusCode();
    }

    /// <inheritdoc />
    public async Task UndoAsync()
    {
        for (var person = 0; person < _people; person++)
        {
            using var answer = await _http.DeleteAsync(PathOf(person));
            answer.EnsureSuccessStatusCode();
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var watcher in _watchers)
        {
            await watcher.DisposeAsync();
        }

        _http.Dispose();
        await _server.DisposeAsync();
        _data.Delete(recursive: true);
    }

    private static async Task InstallAsync()
    {
        if (!Directory.Exists(Path.Combine(Folder, "node_modules")))
        {
            using var npm = Process.Start(new ProcessStartInfo("npm", ["ci", "--no-audit", "--no-fund"]) { WorkingDirectory = Folder })!;
            await npm.WaitForExitAsync();
        }
    }

    private static string PathOf(int person) => string.Create(CultureInfo.InvariantCulture, $"/check-ins/person-{person:D24}");

    /// <summary>A connection by the protocols of Engine.IO 4 and Socket.IO 5, as far as it takes to listen.</summary>
    private sealed class Watcher : IAsyncDisposable
    {
        private readonly ClientWebSocket _socket;
        private readonly TaskCompletionSource _connected = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly Task _reading;
        private long _messages;
        private long _bytes;

        private Watcher(ClientWebSocket socket)
        {
            _socket = socket;
            _reading = ReadAsync();
        }

        public long Messages => Interlocked.Read(ref _messages);

        public long Bytes => Interlocked.Read(ref _bytes);

        public static async Task<Watcher> ConnectAsync(Uri server)
        {
            var socket = new ClientWebSocket();
            await socket.ConnectAsync(new UriBuilder(server) { Scheme = "ws", Path = "/socket.io/", Query = "EIO=4&transport=websocket" }.Uri, default);
            var watcher = new Watcher(socket);
            await watcher._connected.Task;
            return watcher;
        }

        public async ValueTask DisposeAsync()
        {
            _socket.Abort();
            await _reading;
            _socket.Dispose();
        }

        private async Task ReadAsync()
        {
            var buffer = new byte[64 * 1024];
            try
            {
                while (await _socket.ReceiveAsync(buffer.AsMemory(), default) is { MessageType: WebSocketMessageType.Text, Count: > 0 } received)
                {
                    Interlocked.Add(ref _bytes, received.Count);
                    await AnswerAsync(buffer, received.EndOfMessage);
                }
            }
            catch (WebSocketException)
            {
                // Aborted by DisposeAsync.
            }
            catch (OperationCanceledException)
            {
                // Likewise.
            }
        }

        // 0 opens the connection, 2 is a ping, 4 a packet of Socket.IO: an event is 42.
        private async Task AnswerAsync(byte[] packet, bool isLast)
        {
            switch (packet[0])
            {
                case (byte)'0':
                    await SendAsync("40");
                    break;
                case (byte)'2':
                    await SendAsync("3");
                    break;
                case (byte)'4' when packet[1] == '2' && isLast:
                    Interlocked.Increment(ref _messages);
                    _connected.TrySetResult();
                    break;
            }
        }

        private Task SendAsync(string packet) => _socket.SendAsync(Encoding.UTF8.GetBytes(packet), WebSocketMessageType.Text, true, default);
    }
}
