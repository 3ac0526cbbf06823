using System.Net;
using System.Text;
using StretchChallenge.Server.Tests.Fixture;

namespace StretchChallenge.Server.Tests.Security;

[Trait("Category", "Faults")]
public sealed class WellFormedRequestTests(WellFormedRequestTests.Server server) : IClassFixture<WellFormedRequestTests.Server>
{
    [Theory]
    [InlineData("xn--")]
    [InlineData("localhost:99999")]
    [InlineData("localhost:x")]
    [InlineData("a@localhost")]
    public async Task Get_HostIsNoHost_Is400(string host)
    {
        using var client = server.Connect();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/site");
        request.Headers.TryAddWithoutValidation("Host", host);

        using var response = await client.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Empty(server.Log.Errors);
    }

    [Fact]
    public async Task Calendar_HostIsNoHost_KeepsTheAddressOfBefore()
    {
        var ann = await server.RegisterHereAsync("Ann");
        using var made = await ann.Browser.PostAsync("/api/account/calendar", null);
        var calendar = new Uri((await made.ReadAsync()).Text("url")).AbsolutePath;
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/account/calendar");
        request.Headers.TryAddWithoutValidation("Host", "localhost:99999");

        using var refused = await ann.Browser.SendAsync(request);
        using var feed = await ann.Browser.GetAsync(calendar);

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.OK), (refused.StatusCode, feed.StatusCode));
    }

    [Theory]
    [InlineData("application/json; charset=x")]
    [InlineData("application/json; charset=utf-7")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("application/problem+json; charset=x")]
    public async Task Post_CharsetIsNotUtf8_Is415(string contentType)
    {
        using var client = server.Connect();
        using var content = new ByteArrayContent("{}"u8.ToArray());
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);

        using var response = await client.PostAsync("/api/account/login", content);

        await response.ReadProblemAsync(HttpStatusCode.UnsupportedMediaType, "unsupported-media-type");
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("\"UTF-8\"")]
    public async Task Post_CharsetIsUtf8_IsRead(string charset)
    {
        using var client = server.Connect();
        using var content = new ByteArrayContent("{}"u8.ToArray());
        content.Headers.TryAddWithoutValidation("Content-Type", $"application/json; charset={charset}");

        using var response = await client.PostAsync("/api/account/login", content);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task Get_ManyHostsThatAreNone_LogNothing()
    {
        using var client = server.Connect();
        var before = server.Log.Bytes;

        for (var number = 0; number < 300; number++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/");
            request.Headers.TryAddWithoutValidation("Host", "xn--");
            using var response = await client.SendAsync(request);
        }

        Assert.InRange(server.Log.Bytes - before, 0, 1_000);
    }

    [Theory]
    [InlineData("""{"name":"\ud800","startsOn":"2026-03-09","timeZone":"Europe/Berlin"}""")]
    [InlineData("""{"name":"a","startsOn":"0001-01-01","timeZone":"Europe/Berlin"}""")]
    [InlineData("""{"name":"a","startsOn":"9999-12-31","timeZone":"Europe/Berlin"}""")]
    [InlineData("""{"name":"a","startsOn":"2026-03-09","timeZone":"Europe/Berlin","holidays":["9999-12-31"]}""")]
    [InlineData("""{"name":"a","startsOn":"2026-03-09","timeZone":"Europe/Berlin","teamThreshold":99999999999999999999}""")]
    public async Task Post_ValueBeyondReason_Is400(string body)
    {
        var ann = await server.RegisterHereAsync("Ann");
        using var content = new StringContent(body, Encoding.UTF8, "application/json");

        using var response = await ann.Browser.PostAsync("/api/challenges", content);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Theory]
    [InlineData("/api/today?date=0001-01-01")]
    [InlineData("/api/today?date=9999-12-31")]
    public async Task Get_DateAtTheEndsOfTheCalendar_Is400(string path)
    {
        var ann = await server.RegisterHereAsync("Ann");

        using var response = await ann.Browser.GetAsync(path);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    public sealed class Server : ListeningServer;
}
