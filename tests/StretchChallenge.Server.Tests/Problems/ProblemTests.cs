using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using StretchChallenge.Server.Tests.Fixture;
using StretchChallenge.Storage.Ledger;

namespace StretchChallenge.Server.Tests.Problems;

public sealed class ProblemTests(ProblemTests.FragileServer server) : IClassFixture<ProblemTests.FragileServer>
{
    private const string Register = "/api/account/register";

    [Theory]
    [InlineData("/api")]
    [InlineData("/api/")]
    [InlineData("/api/nothing")]
    [InlineData("/api/account/nothing/here")]
    [InlineData("/API/nothing")]
    [InlineData("/openapi/v2.json")]
    [InlineData("/healthz")]
    [InlineData("/nothing.js")]
    public async Task Get_UnknownPath_IsNotFoundAndNoPage(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Accept", "text/html");

        using var response = await server.CreateVisitor().SendAsync(request);

        await response.ReadProblemAsync(HttpStatusCode.NotFound, "not-found");
    }

    [Theory]
    [InlineData("DELETE", "/api/account/login")]
    [InlineData("GET", "/api/account/register")]
    [InlineData("POST", "/healthz/live")]
    public async Task Send_OtherMethod_IsNotAllowed(string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);

        using var response = await server.CreateVisitor().SendAsync(request);

        await response.ReadProblemAsync(HttpStatusCode.MethodNotAllowed, "method-not-allowed");
        Assert.NotEmpty(response.Content.Headers.Allow);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("{")]
    [InlineData("""{"email":"ann@example.com",}""")]
    [InlineData("""{"email":"ann@example.com"} {}""")]
    [InlineData("<xml/>")]
    public async Task Post_NoJsonObject_IsMalformed(string body)
    {
        using var response = await server.CreateVisitor().PostTextAsync(Register, body);

        var problem = await response.ReadAsync(HttpStatusCode.BadRequest);
        Assert.Equal("/problems/malformed-request", problem.GetProperty("type").GetString());
        Assert.DoesNotContain("StretchChallenge", problem.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("RegisterRequest", problem.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_DeeplyNested_IsMalformed()
    {
        var body = $$"""{"email":{{new string('[', 5_000)}}""";

        using var response = await server.CreateVisitor().PostTextAsync(Register, body);

        await response.ReadProblemAsync(HttpStatusCode.BadRequest, "malformed-request", "email");
    }

    [Fact]
    public async Task Post_BrokenText_IsMalformed()
    {
        using var response = await server.CreateVisitor().PostTextAsync(Register, """{"displayName":"\ud800"}""");

        await response.ReadProblemAsync(HttpStatusCode.BadRequest, "malformed-request", "displayName");
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/xml")]
    public async Task Post_NotJson_IsUnsupported(string contentType)
    {
        using var content = new StringContent("{}");
        content.Headers.ContentType = new(contentType);

        using var response = await server.CreateVisitor().PostAsync(Register, content);

        await response.ReadProblemAsync(HttpStatusCode.UnsupportedMediaType, "unsupported-media-type");
    }

    [Fact]
    public async Task Post_ServerFails_SaysNothingOfTheInside()
    {
        using var response = await server.CreateVisitor().PostAsJsonAsync(Register, TestPerson.Registration("bug@example.com"));

        var problem = await response.ReadProblemAsync(HttpStatusCode.InternalServerError, "unexpected");
        Assert.DoesNotContain("secret", problem.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", problem.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_LedgerIsFull_IsBusy()
    {
        using var response = await server.CreateVisitor().PostAsJsonAsync(Register, TestPerson.Registration("busy@example.com"));

        await response.ReadProblemAsync(HttpStatusCode.ServiceUnavailable, "busy");
        Assert.NotNull(response.Headers.RetryAfter?.Delta);
    }

    [Fact]
    public async Task Post_DatabaseIsAway_SaysToTryAgain()
    {
        using var response = await server.CreateVisitor().PostAsJsonAsync(Register, TestPerson.Registration("away@example.com"));

        await response.ReadProblemAsync(HttpStatusCode.ServiceUnavailable, "database-absent");
        Assert.NotNull(response.Headers.RetryAfter?.Delta);
    }

    /// <summary>A server whose registration throws for certain e-mails.</summary>
    public sealed class FragileServer : TestServer
    {
        public FragileServer() => Replace = services => services.AddSingleton<ILookupNormalizer, FragileNormalizer>();
    }

    private sealed class FragileNormalizer : ILookupNormalizer
    {
        public string? NormalizeEmail(string? email) => NormalizeName(email);

        public string? NormalizeName(string? name) => name switch
        {
            "bug@example.com" => throw new InvalidOperationException("a secret of the inside"),
            "busy@example.com" => throw new LedgerBusyException(),
            "away@example.com" => throw new NpgsqlException("The pool is empty.", new TimeoutException()),
            _ => name?.ToUpperInvariant(),
        };
    }
}
