using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using StretchChallenge.Testing.Live;

namespace StretchChallenge.Durability.Sessions;

/// <summary>A client that sends and sends, and never reads what it is answered, is given up; nobody else notices.</summary>
public sealed class DeafClientTests(DeafClientTests.Workplace workplace) : IClassFixture<DeafClientTests.Workplace>
{
    private const string RecordSeparator = "\u001e";

    [Fact]
    public async Task ClientThatNeverReads_IsCutOff_AndTheRoomGoesOn()
    {
        var code = await workplace.OpenBreakAsync();
        await using var host = await workplace.ConnectAsync(workplace.Host);
        await host.CallAsync("JoinSession", code, null);
        using var deaf = await workplace.OpenSocketAsync();
        using var stop = new CancellationTokenSource();
        var flood = FloodAsync(deaf, code, stop.Token);
        var joined = await RosterAsync(host, roster => Find(roster, "joined", "Deaf"));

        await host.CallAsync("StartSession", code);
        var left = await RosterAsync(host, roster => roster.GetProperty("left").EnumerateArray().Select(id => id.GetString()).FirstOrDefault(id => id == joined));

        Assert.Equal(joined, left);
        await stop.CancelAsync();
        await flood;
    }

    private static async Task FloodAsync(ClientWebSocket socket, string code, CancellationToken token)
    {
        try
        {
            await SendAsync("""{"protocol":"json","version":1}""");
            for (var call = 0; ; call++)
            {
                await SendAsync($$"""{"type":1,"invocationId":"{{call}}","target":"JoinSession","arguments":["{{code}}","Deaf"]}""");
            }
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException or IOException)
        {
            // The server has cut the line, or the test is over.
        }

        Task SendAsync(string message) => socket.SendAsync(
            Encoding.UTF8.GetBytes(message + RecordSeparator), WebSocketMessageType.Text, endOfMessage: true, token);
    }

    private static string? Find(JsonElement roster, string list, string name) => roster.GetProperty(list).EnumerateArray()
        .Where(one => one.GetProperty("name").GetString() == name)
        .Select(one => one.GetProperty("id").GetString())
        .FirstOrDefault();

    private static async Task<string> RosterAsync(HubClient client, Func<JsonElement, string?> find)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (true)
        {
            var next = await client.Events.ReadAsync(timeout.Token);
            if (next.Target == "RosterChanged" && find(next.Message) is { } found)
            {
                return found;
            }
        }
    }

    public sealed class Workplace : SessionWorkplace
    {
        // The limit on calls would stop the flood first.
        public Workplace()
            : base(onPostgreSql: false) => Set("RateLimits:HubCalls:Burst", "1000000");

        /// <summary>A bare socket to the hub.</summary>
        internal async Task<ClientWebSocket> OpenSocketAsync()
        {
            var socket = new ClientWebSocket();
            await socket.ConnectAsync(new UriBuilder(Address) { Scheme = "ws", Path = "/live" }.Uri, CancellationToken.None);
            return socket;
        }
    }
}
