using System.Net;
using StretchChallenge.Server.Tests.Fixture;

namespace StretchChallenge.Server.Tests.Security;

public sealed class OriginTests(OriginTests.PublicServer server) : IClassFixture<OriginTests.PublicServer>
{
    [Theory]
    [InlineData(null, null, true)]
    [InlineData("same-origin", null, true)]
    [InlineData("none", null, true)]
    [InlineData("same-site", null, false)]
    [InlineData("cross-site", null, false)]
    [InlineData("SAME-ORIGIN ", null, false)]
    [InlineData(null, "http://localhost", true)]
    [InlineData(null, "https://localhost", true)]
    [InlineData(null, "http://LOCALHOST", true)]
    [InlineData(null, "https://stretch.example.com", true)]
    [InlineData(null, "http://localhost:81", false)]
    [InlineData(null, "http://evil.example", false)]
    [InlineData(null, "http://localhost.evil.example", false)]
    [InlineData(null, "file://localhost", false)]
    [InlineData(null, "null", false)]
    [InlineData(null, "garbage", false)]
    [InlineData("same-origin", "http://localhost", true)]
    [InlineData("same-origin", "http://evil.example", false)]
    [InlineData("same-origin", "null", false)]
    [InlineData("cross-site", "http://localhost", false)]
    public async Task Post_FromAPage_IsAcceptedFromOurOwnAlone(string? site, string? origin, bool accepted)
    {
        using var response = await SendAsync(HttpMethod.Post, "/api/account/logout", site, origin);

        await CheckAsync(response, accepted, HttpStatusCode.NoContent);
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    public async Task Change_FromAForeignPage_IsRefusedBeforeAllElse(string method)
    {
        using var response = await SendAsync(new HttpMethod(method), "/api/account", "cross-site", "http://evil.example");

        await CheckAsync(response, accepted: false, default);
    }

    [Fact]
    public async Task Get_FromAForeignPage_IsAnswered()
    {
        using var response = await SendAsync(HttpMethod.Get, "/api/site", "cross-site", "http://evil.example");

        await response.ReadAsync();
        Assert.False(response.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("http://localhost", true)]
    [InlineData("https://stretch.example.com", true)]
    [InlineData("http://evil.example", false)]
    [InlineData("null", false)]
    public async Task Live_Handshake_IsAcceptedFromOurOwnPagesAlone(string? origin, bool accepted)
    {
        _ = server.Services;
        var client = server.Server.CreateWebSocketClient();
        client.ConfigureRequest = request =>
        {
            if (origin is not null)
            {
                request.Headers.Origin = origin;
            }
        };

        if (accepted)
        {
            using var socket = await client.ConnectAsync(new Uri("ws://localhost/live"), CancellationToken.None);
            Assert.Equal(System.Net.WebSockets.WebSocketState.Open, socket.State);
        }
        else
        {
            var refusal = await Assert.ThrowsAsync<InvalidOperationException>(
                () => client.ConnectAsync(new Uri("ws://localhost/live"), CancellationToken.None));
            Assert.Contains("403", refusal.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [Trait("Category", "Faults")]
    [InlineData("https://dehn\u00fcbung.example", "xn--dehnbung-95a.example", "https://xn--dehnbung-95a.example")]
    [InlineData("https://xn--dehnbung-95a.example", "xn--dehnbung-95a.example", "https://xn--dehnbung-95a.example")]
    [InlineData("https://dehn\u00fcbung.example:8443", "xn--dehnbung-95a.example:8443", "https://xn--dehnbung-95a.example:8443")]
    [InlineData("https://dehn\u00fcbung.example", "localhost", "https://xn--dehnbung-95a.example")]
    public async Task Post_HostOfLettersBeyondAscii_IsOurOwnInBothSpellings(string publicUrl, string host, string origin)
    {
        await using var international = new TestServer { Settings = { ["Server:PublicUrl"] = publicUrl } };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/account/logout");
        request.Headers.Host = host;
        Add(request, "Origin", origin);
        using var response = await international.CreateVisitor().SendAsync(request);

        var sockets = international.Server.CreateWebSocketClient();
        sockets.ConfigureRequest = handshake =>
        {
            handshake.Headers.Host = host;
            handshake.Headers.Origin = origin;
        };
        using var socket = await sockets.ConnectAsync(new Uri("ws://localhost/live"), CancellationToken.None);

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal(System.Net.WebSockets.WebSocketState.Open, socket.State);
    }

    [Fact]
    [Trait("Category", "Faults")]
    public async Task Post_HostThatOnlyLooksLikeOurs_IsRefused()
    {
        await using var international = new TestServer { Settings = { ["Server:PublicUrl"] = "https://dehn\u00fcbung.example" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/account/logout");
        request.Headers.Host = "xn--dehnbung-95a.example";
        Add(request, "Origin", "https://dehnubung.example");

        using var response = await international.CreateVisitor().SendAsync(request);

        await response.ReadProblemAsync(HttpStatusCode.Forbidden, "foreign-origin");
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? site, string? origin)
    {
        using var request = new HttpRequestMessage(method, path);
        Add(request, "Sec-Fetch-Site", site);
        Add(request, "Origin", origin);
        return await server.CreateVisitor().SendAsync(request);
    }

    private static void Add(HttpRequestMessage request, string header, string? value)
    {
        if (value is not null)
        {
            request.Headers.TryAddWithoutValidation(header, value);
        }
    }

    private static async Task CheckAsync(HttpResponseMessage response, bool accepted, HttpStatusCode status)
    {
        if (accepted)
        {
            Assert.Equal(status, response.StatusCode);
        }
        else
        {
            await response.ReadProblemAsync(HttpStatusCode.Forbidden, "foreign-origin");
        }
    }

    public sealed class PublicServer : TestServer
    {
        public PublicServer() => Settings["Server:PublicUrl"] = "https://stretch.example.com";
    }
}
