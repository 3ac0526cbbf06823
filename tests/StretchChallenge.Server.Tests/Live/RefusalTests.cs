using System.Net.WebSockets;
using System.Text;
using StretchChallenge.Server.Tests.Fixture;

namespace StretchChallenge.Server.Tests.Live;

[Trait("Category", "Faults")]
public sealed class RefusalTests(RefusalTests.Server server) : IClassFixture<RefusalTests.Server>
{
    private const char End = '\u001e';

    [Theory]
    [InlineData("""{"type":1,"invocationId":"1","target":"StartSession","arguments":["ABCDEF"]}""")]
    [InlineData("""{"type":1,"invocationId":"1","target":"Sync","arguments":["x"]}""")]
    [InlineData("""{"type":1,"invocationId":"1","target":"NoSuchMethod","arguments":[]}""")]
    [InlineData("""{"type":4,"invocationId":"1","target":"Sync","arguments":[1]}""")]
    [InlineData("""{"type":1,"invocationId":"1","target":"JoinSession","arguments":["x",null]}""")]
    [InlineData("""{"type":1,"invocationId":"1","target":"Sync","arguments":[1e999]}""")]
    [InlineData("""{"type":1,"invocationId":"1","target":"WatchWall","arguments":[null]}""")]
    public async Task Call_RefusedAgainAndAgain_ClosesTheConnectionAndLogsALineAtMost(string call)
    {
        var before = server.Log.Bytes;
        using var socket = await ConnectAsync();

        await SendAsync(socket, string.Concat(Enumerable.Repeat(call + End, 2_000)));

        await ReadToEndAsync(socket);
        Assert.InRange(server.Log.Bytes - before, 0, 4_000);
        Assert.Empty(server.Log.Errors);
    }

    [Fact]
    public async Task Call_BrokenMessage_ClosesTheConnectionAndLogsNothing()
    {
        var before = server.Log.Bytes;
        using var socket = await ConnectAsync();

        await SendAsync(socket, "{\"type\":1," + End);

        await ReadToEndAsync(socket);
        Assert.InRange(server.Log.Bytes - before, 0, 1_000);
    }

    [Fact]
    public async Task Call_RefusedAFewTimes_KeepsTheConnection()
    {
        using var socket = await ConnectAsync();

        await SendAsync(socket, string.Concat(Enumerable.Repeat("""{"type":1,"target":"Sync","arguments":["x"]}""" + End, 10)));
        await SendAsync(socket, """{"type":1,"invocationId":"last","target":"Sync","arguments":[1]}""" + End);

        Assert.Contains("\"last\"", await ReadUntilAsync(socket, "\"last\""), StringComparison.Ordinal);
    }

    private async Task<ClientWebSocket> ConnectAsync()
    {
        var socket = new ClientWebSocket();
        await socket.ConnectAsync(new UriBuilder(server.Address) { Scheme = "ws", Path = "/live" }.Uri, CancellationToken.None);
        await SendAsync(socket, $$"""{"protocol":"json","version":1}{{End}}""");
        return socket;
    }

    private static async Task SendAsync(ClientWebSocket socket, string text)
    {
        try
        {
            await socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        }
        catch (Exception exception) when (exception is WebSocketException or IOException)
        {
            // The server has cut the connection already.
        }
    }

    private static Task<string> ReadToEndAsync(ClientWebSocket socket) => ReadUntilAsync(socket, "\u0000");

    private static async Task<string> ReadUntilAsync(ClientWebSocket socket, string wanted)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var text = new StringBuilder();
        var buffer = new byte[16 * 1024];
        try
        {
            while (!text.ToString().Contains(wanted, StringComparison.Ordinal))
            {
                var read = await socket.ReceiveAsync(buffer, timeout.Token);
                if (read.MessageType == WebSocketMessageType.Close)
                {
                    break;
                }

                text.Append(Encoding.UTF8.GetString(buffer, 0, read.Count));
            }
        }
        catch (WebSocketException)
        {
            // Cut off without a word.
        }

        return text.ToString();
    }

    public sealed class Server : ListeningServer;
}
