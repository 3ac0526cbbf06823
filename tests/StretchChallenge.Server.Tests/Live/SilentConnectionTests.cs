using System.Net.WebSockets;
using System.Text;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using StretchChallenge.Server.Tests.Fixture;

namespace StretchChallenge.Server.Tests.Live;

/// <summary>A connection behind which nobody is any more.</summary>
public sealed class SilentConnectionTests
{
    private const string Handshake = "{\"protocol\":\"json\",\"version\":1}\u001e";

    [Fact]
    [Trait("Category", "Faults")]
    public async Task Connection_ThatNeverPings_IsClosed()
    {
        await using var server = new TestServer
        {
            Replace = services => services.PostConfigure<HubOptions>(options => options.ClientTimeoutInterval = TimeSpan.FromMilliseconds(100)),
        };
        using var bound = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var socket = await server.Server.CreateWebSocketClient().ConnectAsync(new Uri("http://localhost/live"), bound.Token);
        await socket.SendAsync(Encoding.UTF8.GetBytes(Handshake), WebSocketMessageType.Text, endOfMessage: true, bound.Token);

        var isClosed = false;
        while (!isClosed)
        {
            try
            {
                isClosed = (await socket.ReceiveAsync(new byte[1024], bound.Token)).MessageType == WebSocketMessageType.Close;
            }
            catch (WebSocketException)
            {
                // The server has aborted the connection.
                isClosed = true;
            }
        }

        Assert.True(isClosed);
    }
}
