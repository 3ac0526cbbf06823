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
    [InlineData("http://localhost", false)]
    [InlineData("http://stretch.example.com", false)]
    [InlineData("https://stretch.example.com", true)]
    public async Task Get_StrictTransport_IsAskedForOverHttpsAlone(string address, bool asked)
    {
        await using var named = new TestServer { Settings = new() { ["AllowedHosts"] = "stretch.example.com" } };
        var browser = named.CreateVisitor();
        browser.BaseAddress = new Uri(address);

        using var response = await browser.GetAsync("/healthz/live");

        Assert.Equal(asked, response.Headers.Contains("Strict-Transport-Security"));
    }
}
