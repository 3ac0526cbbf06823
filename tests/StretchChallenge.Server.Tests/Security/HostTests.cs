using System.Net;
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
    [InlineData("203.0.113.7", "10.0.0.2", "http://localhost/")]
    [InlineData("10.0.0.2", "10.0.0.2", "https://office.example.org/")]
    [InlineData("10.0.7.9", "10.0.0.0/16", "https://office.example.org/")]
    public async Task Forwarded_FromAKnownProxyAlone_Counts(string sender, string known, string link)
    {
        var setting = known.Contains('/', StringComparison.Ordinal) ? "Proxy:KnownNetworks:0" : "Proxy:KnownProxies:0";
        await using var server = new TestServer { Settings = new() { [setting] = known, ["AllowedHosts"] = "office.example.org" } };

        using var response = await GetSiteAsync(
            server,
            (RemoteAddress.Header, sender),
            ("X-Forwarded-For", "127.0.0.1"),
            ("X-Forwarded-Proto", "https"),
            ("X-Forwarded-Host", "office.example.org"));

        Assert.Equal(link, (await response.ReadAsync()).GetProperty("publicUrl").GetString());
    }

    [Theory]
    [InlineData("Server:PublicUrl", "https://stretch.example.com/path")]
    [InlineData("Server:PublicUrl", "ftp://stretch.example.com")]
    [InlineData("Server:PublicUrl", "stretch.example.com")]
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
