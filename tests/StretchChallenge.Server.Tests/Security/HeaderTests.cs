using System.Net;
using StretchChallenge.Server.Tests.Fixture;

namespace StretchChallenge.Server.Tests.Security;

public sealed class HeaderTests(TestServer server) : IClassFixture<TestServer>
{
    [Theory]
    [InlineData("/api/site")]
    [InlineData("/api/account")]
    [InlineData("/api/nothing")]
    [InlineData("/healthz/live")]
    [InlineData("/openapi/v1.json")]
    public async Task Get_EveryAnswer_CarriesTheHeaders(string path)
    {
        using var response = await server.CreateVisitor().GetAsync(path);

        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("same-origin", Assert.Single(response.Headers.GetValues("Referrer-Policy")));
        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.False(response.Headers.Contains("Server"));
    }

    [Theory]
    [InlineData("/api/site")]
    [InlineData("/api/account")]
    public async Task Get_Api_IsStoredNowhere(string path)
    {
        using var response = await server.CreateVisitor().GetAsync(path);

        Assert.True(response.Headers.CacheControl?.NoStore);
    }

    [Theory]
    [Trait("Category", "Faults")]
    [InlineData("GET", "/api/site", true)]
    [InlineData("GET", "/api/account", true)]
    [InlineData("GET", "/api/nothing", true)]
    [InlineData("DELETE", "/api/site", true)]
    [InlineData("POST", "/api/check-ins", true)]
    [InlineData("POST", "/live/negotiate", true)]
    [InlineData("GET", "/live", true)]
    [InlineData("POST", "/nothing", true)]
    [InlineData("GET", "/healthz/live", false)]
    public async Task Send_AnswerOfTheApi_CarriesTheMark(string method, string path, bool isMarked)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var response = await server.CreateVisitor().SendAsync(request);

        Assert.Equal(isMarked, response.Headers.Contains("Stretch-Api"));
    }

    [Theory]
    [Trait("Category", "Faults")]
    [InlineData("Host", "elsewhere.example", HttpStatusCode.BadRequest)]
    [InlineData("Origin", "https://elsewhere.example", HttpStatusCode.Forbidden)]
    public async Task Send_RefusedByAGuard_CarriesTheMark(string header, string value, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/check-ins");
        request.Headers.TryAddWithoutValidation(header, value);
        using var response = await server.CreateVisitor().SendAsync(request);

        Assert.Equal(status, response.StatusCode);
        Assert.True(response.Headers.Contains("Stretch-Api"));
    }

    [Theory]
    [Trait("Category", "Faults")]
    [InlineData("https://stretch.example.com", "", null)]
    [InlineData("http://localhost", "30", null)]
    [InlineData("http://stretch.example.com", "30", null)]
    [InlineData("https://stretch.example.com", "30", "max-age=2592000")]
    public async Task Get_StrictTransport_IsAskedForOverHttpsWhereSetAlone(string address, string days, string? expected)
    {
        await using var named = new TestServer { Settings = new() { ["AllowedHosts"] = "stretch.example.com" } };
        if (days.Length > 0)
        {
            named.Settings["Server:HstsDays"] = days;
        }

        var browser = named.CreateVisitor();
        browser.BaseAddress = new Uri(address);

        using var response = await browser.GetAsync("/healthz/live");

        Assert.Equal(expected, response.Headers.TryGetValues("Strict-Transport-Security", out var values) ? values.Single() : null);
    }
}
