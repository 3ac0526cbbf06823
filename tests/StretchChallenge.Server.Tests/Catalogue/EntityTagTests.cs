using System.Net;
using StretchChallenge.Server.Tests.Fixture;

namespace StretchChallenge.Server.Tests.Catalogue;

public sealed class EntityTagTests(TestServer server) : IClassFixture<TestServer>
{
    private readonly HttpClient _browser = server.CreateVisitor();

    [Theory]
    [InlineData("/api/exercises")]
    [InlineData("/api/exercises?kind=pnf")]
    [InlineData("/api/exercises/plank")]
    [InlineData("/api/routines")]
    [InlineData("/api/routines/week-1-mat-a")]
    [InlineData("/api/programme")]
    public async Task Get_WithTheTagOfTheLastAnswer_IsNotSentAgain(string path)
    {
        using var first = await _browser.GetAsync(path);
        var tag = first.Headers.ETag!.ToString();

        using var again = await GetAsync(path, $"\"other\", W/{tag}");
        using var other = await GetAsync(path, "\"other\"");

        Assert.Equal("no-cache", first.Headers.CacheControl?.ToString());
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Empty(await again.Content.ReadAsByteArrayAsync());
        Assert.Equal(tag, again.Headers.ETag?.ToString());
        Assert.Equal("no-cache", again.Headers.CacheControl?.ToString());
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Theory]
    [InlineData("/api/exercises/nothing", HttpStatusCode.NotFound)]
    [InlineData("/api/exercises?kind=nothing", HttpStatusCode.BadRequest)]
    public async Task Get_Refused_HasNoTagAndIsNotKept(string path, HttpStatusCode status)
    {
        using var response = await GetAsync(path, "*");

        Assert.Equal(status, response.StatusCode);
        Assert.Null(response.Headers.ETag);
        Assert.Equal("no-store", response.Headers.CacheControl?.ToString());
    }

    [Fact]
    public async Task Tag_AtAnotherPace_IsAnother()
    {
        using var faster = new TestServer { Settings = { ["Routines:Pace"] = "10" } };

        using var here = await _browser.GetAsync("/api/routines");
        using var there = await faster.CreateVisitor().GetAsync("/api/routines");

        Assert.NotEqual(here.Headers.ETag, there.Headers.ETag);
    }

    private Task<HttpResponseMessage> GetAsync(string path, string tags)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("If-None-Match", tags);
        return _browser.SendAsync(request);
    }
}
