using System.Net;
using StretchChallenge.Server.Tests.Fixture;

namespace StretchChallenge.Server.Tests.WebClient;

public sealed class FileTests(TestServer server) : IClassFixture<TestServer>
{
    [Theory]
    [InlineData("/", "gzip")]
    [InlineData("/theme.js", "gzip")]
    [InlineData("/theme.js", "identity")]
    public async Task Get_FileInAnyEncoding_IsNotEmpty(string path, string encoding)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.AcceptEncoding.ParseAdd(encoding);

        using var response = await server.CreateVisitor().SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.NotEmpty(await response.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Get_FileWithHashInItsName_IsKeptForGood()
    {
        using var response = await server.CreateVisitor().GetAsync(await HashedFileAsync());

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("public, max-age=31536000, immutable", response.Headers.CacheControl?.ToString());
    }

    [Theory]
    [InlineData("/_app/immutable/nothing.js")]
    [InlineData("/favicon.ico")]
    public async Task Get_UnknownFile_IsNotFoundAndNotKept(string path)
    {
        using var response = await server.CreateVisitor().GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.NotEqual(TimeSpan.FromDays(365), response.Headers.CacheControl?.MaxAge);
    }

    [Theory]
    [InlineData("/today")]
    [InlineData("/live/K7WQ2M")]
    [InlineData("/wall/a-token")]
    public async Task Get_AddressOfAPage_AnswersThePage(string path)
    {
        using var response = await server.CreateVisitor().GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Get_AddressOfTheHub_IsNoPage()
    {
        using var response = await server.CreateVisitor().GetAsync("/live");

        Assert.NotEqual("text/html", response.Content.Headers.ContentType?.MediaType);
    }

    // The page names the files that it starts with.
    private async Task<string> HashedFileAsync()
    {
        var page = await server.CreateVisitor().GetStringAsync("/");
        var start = page.IndexOf("/_app/immutable/", StringComparison.Ordinal);
        return page[start..page.IndexOf('"', start)];
    }
}
