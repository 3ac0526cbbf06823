using System.Globalization;
using System.Net.Sockets;
using System.Text;
using StretchChallenge.Server.Tests.Fixture;

namespace StretchChallenge.Server.Tests.Challenges.Import;

/// <summary>Uploads over real sockets: too large ones are refused before they are read, and half of one does nothing.</summary>
public sealed class UploadTests(ListeningServer server) : IClassFixture<ListeningServer>
{
    private const int Huge = 100 * 1024 * 1024;

    [Fact]
    public async Task Import_OfAHundredMegabytes_IsRefusedBeforeAByteOfItCame()
    {
        var challenge = await StartAsync();

        using var socket = await SendHeadAsync(challenge, Huge, "");

        Assert.StartsWith("HTTP/1.1 413", await ReadStatusAsync(socket), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_HalfAnUpload_DoesNothing()
    {
        var challenge = await StartAsync();
        using (await SendHeadAsync(challenge, 100, "email\na@example.org\n"))
        {
            // Hangs up in the middle.
        }

        using var whole = await challenge.Organiser.Browser.PostAsync(
            $"{challenge.Path}/members/import", new StringContent("email\nb@example.org\n", Encoding.UTF8, "text/csv"));
        await whole.ReadAsync();

        var invited = await challenge.Organiser.Browser.ReadAsync($"{challenge.Path}/invited");
        Assert.Equal("b@example.org", Assert.Single(invited.EnumerateArray()).Text("email"));
    }

    private async Task<TestChallenge> StartAsync() => await TestChallenge.CreateAsync(
        await server.RegisterHereAsync("Olga"), server.Clock.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    private async Task<Socket> SendHeadAsync(TestChallenge challenge, int length, string begun)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(server.Address.Host, server.Address.Port);
        await socket.SendAsync(Encoding.ASCII.GetBytes(
            $"POST {challenge.Path}/members/import HTTP/1.1\r\nHost: {server.Address.Authority}\r\nCookie: {challenge.Organiser.Cookies.Header}\r\n"
            + $"Content-Type: text/csv\r\nContent-Length: {length}\r\n\r\n{begun}"));
        return socket;
    }

    private static async Task<string> ReadStatusAsync(Socket socket)
    {
        var buffer = new byte[64];
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var read = await socket.ReceiveAsync(buffer, timeout.Token);
        return Encoding.ASCII.GetString(buffer, 0, read);
    }
}
