using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using StretchChallenge.Server.Tests.Fixture;

namespace StretchChallenge.Server.Tests.Security;

public sealed class HostTests
{
    [Theory]
    [InlineData("localhost", true)]
    [InlineData("localhost:5080", true)]
    [InlineData("127.0.0.1:5080", true)]
    [InlineData("[::1]:5080", true)]
    [InlineData("stretch.example.com", true)]
    [InlineData("office.example.org", true)]
    [InlineData("a.wild.example.net", true)]
    [InlineData("evil.example", false)]
    [InlineData("stretch.example.com.evil.example", false)]
    [InlineData("192.168.1.20", false)]
    public async Task Get_Host_IsAnsweredWhereAllowed(string host, bool allowed)
    {
        await using var server = new TestServer
        {
            Settings = new()
            {
                ["AllowedHosts"] = "office.example.org; *.wild.example.net",
                ["Server:PublicUrl"] = "https://stretch.example.com",
            },
        };

        using var response = await GetSiteAsync(server, ("Host", host));

        if (allowed)
        {
            Assert.Equal("https://stretch.example.com/", (await response.ReadAsync()).GetProperty("publicUrl").GetString());
        }
        else
        {
            await response.ReadProblemAsync(HttpStatusCode.BadRequest, "unknown-host");
        }
    }

    [Theory]
    [Trait("Category", "Faults")]
    [InlineData("http", "xn--a")]
    [InlineData("https", "xn--99999999999")]
    public async Task Get_HostOfBrokenSpelling_IsUnknown(string scheme, string host)
    {
        await using var server = new TestServer();
        _ = server.Services;

        var context = await server.Server.SendAsync(request =>
        {
            request.Request.Scheme = scheme;
            request.Request.Path = "/api/site";
            request.Request.Headers.Host = host;
        });

        Assert.Equal(StatusCodes.Status400BadRequest, context.Response.StatusCode);
    }

    [Fact]
    [Trait("Category", "Faults")]
    public async Task Refused_HostOrOrigin_IsLoggedOnceAMinuteWithBothValues()
    {
        var log = new LogRecorder();
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(TestDay.WednesdayMorning);
        await using var server = new TestServer { Clock = clock, Replace = log.AddTo };
        var browser = server.CreateVisitor();
        async Task AskAsync(string host, string origin)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/account/logout") { Headers = { Host = host } };
            request.Headers.Add("Origin", origin);
            using var response = await browser.SendAsync(request);
            Assert.False(response.IsSuccessStatusCode);
        }

        int Lines(params string[] words) => log.Lines.Count(
            line => line.Contains(" was refused", StringComparison.Ordinal) && words.All(word => line.Contains(word, StringComparison.Ordinal)));

        for (var time = 0; time < 3; time++)
        {
            await AskAsync("node1:8080", "https://stretch.example.com");
            await AskAsync("localhost", "https://stretch.example.com");
        }

        Assert.Equal(1, Lines("host node1:8080", "localhost", "AllowedHosts"));
        Assert.Equal(1, Lines("https://stretch.example.com", "host localhost", "Server:PublicUrl"));
        clock.Advance(TimeSpan.FromMinutes(1));
        await AskAsync("localhost", "https://stretch.example.com");
        Assert.Equal(2, Lines("https://stretch.example.com", "host localhost"));

        for (var value = 0; value < 500; value++)
        {
            await AskAsync($"host{value}.example", "https://stretch.example.com");
        }

        Assert.True(Lines("") <= 104);
    }

    [Fact]
    public async Task Health_AnyHost_IsAnswered()
    {
        await using var server = new TestServer();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/healthz/live") { Headers = { Host = "10.1.2.3:8080" } };

        using var response = await server.CreateVisitor().SendAsync(request);

        await response.ReadAsync();
    }

    [Theory]
    [InlineData("", "localhost:5080", "http://localhost:5080/")]
    [InlineData("office.example.org", "office.example.org", "http://office.example.org/")]
    [InlineData("*", "evil.example", "http://localhost/")]
    public async Task Link_NoPublicUrl_StartsWithTheHostOnlyIfAllowedByName(string allowed, string host, string start)
    {
        await using var server = new TestServer { Settings = new() { ["AllowedHosts"] = allowed } };

        using var response = await GetSiteAsync(server, ("Host", host));

        Assert.Equal(start, (await response.ReadAsync()).GetProperty("publicUrl").GetString());
    }

    [Theory]
    [InlineData("203.0.113.7", "10.0.0.2", "http://office.example.org/")]
    [InlineData("10.0.0.2", "10.0.0.2", "https://office.example.org/")]
    [InlineData("10.0.7.9", "10.0.0.0/16", "https://office.example.org/")]
    public async Task Forwarded_FromAKnownProxyAlone_CountsButForTheHost(string sender, string known, string link)
    {
        var setting = known.Contains('/', StringComparison.Ordinal) ? "Proxy:KnownNetworks:0" : "Proxy:KnownProxies:0";
        await using var server = new TestServer { Settings = new() { [setting] = known, ["AllowedHosts"] = "office.example.org" } };

        using var response = await GetSiteAsync(
            server,
            (RemoteAddress.Header, sender),
            ("X-Forwarded-For", "127.0.0.1"),
            ("X-Forwarded-Proto", "https"),
            ("Host", "office.example.org"),
            ("X-Forwarded-Host", "localhost"));

        Assert.Equal(link, (await response.ReadAsync()).GetProperty("publicUrl").GetString());
    }

    [Theory]
    [InlineData("Server:PublicUrl", "https://stretch.example.com/path")]
    [InlineData("Server:PublicUrl", "ftp://stretch.example.com")]
    [InlineData("Server:PublicUrl", "stretch.example.com")]
    [InlineData("Server:HstsDays", "-1")]
    [InlineData("Proxy:KnownProxies:0", "proxy.example.com")]
    [InlineData("Proxy:KnownNetworks:0", "10.0.0.0/99")]
    [InlineData("RateLimits:Person:Burst", "0")]
    [InlineData("RateLimits:HubCalls:PerMinute", "-1")]
    public async Task Start_ImpossibleSetting_IsRefusedByName(string setting, string value)
    {
        await using var server = new TestServer { Settings = new() { [setting] = value } };

        var refusal = Assert.Throws<OptionsValidationException>(() => server.Services);

        Assert.Contains(setting.Split(':')[0], refusal.Message, StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> GetSiteAsync(TestServer server, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/site");
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await server.CreateVisitor().SendAsync(request);
    }
}
