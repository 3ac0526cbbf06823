using System.Net.WebSockets;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.Http.Connections.Client;
using Microsoft.AspNetCore.SignalR.Client;

namespace StretchChallenge.Testing.Live;

/// <summary>Something that the hub pushed: the client method it named, and its message.</summary>
public sealed record HubEvent(string Target, JsonElement Message);

/// <summary>A connection to the server's hub, over a web socket alone; what the hub pushes waits in a queue to be read.</summary>
public sealed class HubClient : IAsyncDisposable
{
    /// <summary>The client methods of the server's hub.</summary>
    private static readonly string[] Targets =
    [
        "StandingsChanged", "OwnRowChanged", "SessionOpened", "TodayChanged", "TeamTodayChanged", "Nudged", "SessionChanged", "RosterChanged", "Reactions", "SessionLeft", "WallChanged",
        "SessionReplanned",
    ];

    private readonly HubConnection _connection;
    private readonly Channel<HubEvent> _events = Channel.CreateUnbounded<HubEvent>();

    private HubClient(HubConnection connection)
    {
        _connection = connection;
        foreach (var target in Targets)
        {
            connection.On<JsonElement>(target, message => _events.Writer.TryWrite(new HubEvent(target, message)));
        }

        connection.Closed += _ =>
        {
            _events.Writer.TryComplete();
            return Task.CompletedTask;
        };
    }

    /// <summary>What the hub pushes, in its order; completes when the connection ends.</summary>
    public ChannelReader<HubEvent> Events => _events.Reader;

    /// <summary>Connects to a server's hub, as nobody or by a sign-in cookie.</summary>
    /// <param name="server">The server's address.</param>
    /// <param name="cookie">The sign-in.</param>
    /// <param name="certificate">The certificate that the server must have, in place of a trusted one.</param>
    public static Task<HubClient> ConnectAsync(Uri server, string? cookie = null, X509Certificate2? certificate = null) =>
        StartAsync(new Uri(server, "/live"), options => options.WebSocketConfiguration = socket =>
        {
            if (cookie is not null)
            {
                socket.SetRequestHeader("Cookie", cookie);
            }

            if (certificate is not null)
            {
                socket.RemoteCertificateValidationCallback = (_, shown, _, _) => certificate.Equals(shown);
            }
        });

    /// <summary>Connects to a hub over a web socket that the caller opens.</summary>
    public static Task<HubClient> ConnectAsync(Uri hub, Func<Uri, CancellationToken, Task<WebSocket>> open) =>
        StartAsync(hub, options => options.WebSocketFactory = async (context, token) => await open(context.Uri, token));

    /// <summary>Calls a method of the hub and waits for its answer; undefined where it has none.</summary>
    /// <exception cref="Microsoft.AspNetCore.SignalR.HubException">The hub refused; the message says why.</exception>
    /// <exception cref="IOException">The connection has ended.</exception>
    public async Task<JsonElement> CallAsync(string method, params object?[] arguments)
    {
        try
        {
            return await _connection.InvokeCoreAsync(method, typeof(JsonElement), arguments) is JsonElement answer ? answer : default;
        }
        catch (InvalidOperationException exception) when (_connection.State != HubConnectionState.Connected)
        {
            throw new IOException("The connection has ended.", exception);
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _connection.DisposeAsync();
        _events.Writer.TryComplete();
    }

    private static async Task<HubClient> StartAsync(Uri hub, Action<HttpConnectionOptions> configure)
    {
        var connection = new HubConnectionBuilder()
            .WithUrl(hub, HttpTransportType.WebSockets, options =>
            {
                options.SkipNegotiation = true;
                configure(options);
            })
            // A machine that runs servers and tests at once may be silent for a while.
            .WithServerTimeout(TimeSpan.FromMinutes(2))
            .Build();
        var client = new HubClient(connection);
        try
        {
            await connection.StartAsync();
            return client;
        }
        catch
        {
            await client.DisposeAsync();
            throw;
        }
    }
}
