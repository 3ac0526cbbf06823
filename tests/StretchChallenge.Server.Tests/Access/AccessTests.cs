using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using StretchChallenge.Server.Hosting;
using StretchChallenge.Server.Tests.Fixture;

namespace StretchChallenge.Server.Tests.Access;

public sealed partial class AccessTests(AccessTests.AdministeredServer server) : IClassFixture<AccessTests.AdministeredServer>
{
    private readonly AdministeredServer _server = server;

    [Theory]
    [MemberData(nameof(EndpointTable.Rows), MemberType = typeof(EndpointTable))]
    public async Task Endpoint_AnswersEachCallerAsTheTableSays(
        string method, string pattern, string? body, int visitor, int stranger, int participant, int organiser)
    {
        // A browser of their own in each row: some rows sign out.
        var administrator = await (await _server.AdministratorAsync()).SignInAsync(_server);
        var ann = await _server.RegisterAsync();
        var challenge = await TestChallenge.CreateAsync(ann, TestDay.Monday);
        var ben = await _server.RegisterAsync("Ben");
        await challenge.JoinAsync(ben);
        var eve = await _server.RegisterAsync("Eve");
        var cleo = await _server.RegisterAsync("Cleo");
        await challenge.JoinAsync(cleo);
        using var captain = await ann.Browser.PutAsJsonAsync($"{challenge.Path}/members/{cleo.Id}", new { role = "captain" });
        var dora = await challenge.DisabledMemberAsync(_server, administrator);
        var path = Fill(pattern, challenge, ben, await challenge.AddTeamAsync("Red")) + (body == "?challenge" ? $"?challenge={challenge.Id}" : "");

        var statuses = new List<int>();
        foreach (var browser in new[] { _server.CreateVisitor(), dora.Browser, eve.Browser, administrator.Browser, ben.Browser, cleo.Browser, ann.Browser })
        {
            statuses.Add((int)await SendAsync(browser, method, path, body));
        }

        var row = $"{method} {pattern}";
        Assert.Equal(
            [
                visitor,
                visitor,
                stranger,
                EndpointTable.SiteAdministrators.GetValueOrDefault(row, stranger),
                participant,
                EndpointTable.Captains.GetValueOrDefault(row, participant),
                organiser,
            ],
            statuses);
    }

    [Fact]
    public void Table_HasEveryEndpoint()
    {
        var endpoints = Endpoints(_server)
            .Where(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
            .Where(endpoint => !EndpointTable.Elsewhere.Contains(endpoint.RoutePattern.RawText))
            .Where(endpoint => !endpoint.RoutePattern.RawText!.Contains("**", StringComparison.Ordinal))
            .SelectMany(
                endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["*"],
                (endpoint, method) => $"{method} {endpoint.RoutePattern.RawText!.TrimEnd('/')}");

        Assert.Equal(EndpointTable.Rows.Select(row => $"{row[0]} {row[1]}").Order(), endpoints.Order());
    }

    [Fact]
    public async Task OrleansDashboard_EveryEndpoint_IsForSiteAdministratorsAlone()
    {
        using var watched = new TestServer { Settings = { ["Orleans:Dashboard"] = "true" } };
        var administrator = await watched.RegisterAsync();
        var stranger = await watched.RegisterAsync("Eve");
        var paths = Endpoints(watched).Select(endpoint => endpoint.RoutePattern.RawText!)
            .Where(pattern => pattern.StartsWith(OrleansDashboard.Path, StringComparison.Ordinal))
            .Select(pattern => Parameter().Replace(pattern, "1"))
            .ToList();

        Assert.Contains($"{OrleansDashboard.Path}/ClusterStats", paths);
        foreach (var path in paths)
        {
            Assert.Equal((path, HttpStatusCode.Unauthorized), (path, await SendAsync(watched.CreateVisitor(), "GET", path, null)));
            Assert.Equal((path, HttpStatusCode.Forbidden), (path, await SendAsync(stranger.Browser, "GET", path, null)));
        }

        using var page = await administrator.Browser.GetAsync($"{OrleansDashboard.Path}/");
        Assert.Equal("text/html", page.Content.Headers.ContentType?.MediaType);
        Assert.Contains("script-src 'self'", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await SendAsync(administrator.Browser, "GET", $"{OrleansDashboard.Path}/ClusterStats", null));
        Assert.Equal(HttpStatusCode.NotFound, await SendAsync(administrator.Browser, "GET", $"{OrleansDashboard.Path}/GrainState?grainId=1&grainType=1", null));
    }

    [Fact]
    public async Task OrleansDashboard_ByDefault_IsNotThere()
    {
        using var first = new TestServer();
        var administrator = await first.RegisterAsync();

        Assert.Equal(HttpStatusCode.NotFound, await SendAsync(administrator.Browser, "GET", $"{OrleansDashboard.Path}/", null));
    }

    /// <summary>A server with the demo, whose administrator is in no challenge.</summary>
    public sealed class AdministeredServer : WednesdayServer
    {
        private TestPerson? _administrator;

        public AdministeredServer()
        {
            Settings["Demo:Enabled"] = "true";
            // Each row signs in, and all come from one address.
            Settings["RateLimits:SignIn:Burst"] = "1000";
        }

        /// <summary>The first account.</summary>
        public async Task<TestPerson> AdministratorAsync() => _administrator ??= await RegisterAsync("Root");
    }

    private static IEnumerable<RouteEndpoint> Endpoints(TestServer server) => server.Services.GetServices<EndpointDataSource>()
        .SelectMany(source => source.Endpoints)
        .OfType<RouteEndpoint>();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();

    private static string Fill(string pattern, TestChallenge challenge, TestPerson member, string team) => pattern
        .Replace("/challenges/{id}", $"/challenges/{challenge.Id}", StringComparison.Ordinal)
        .Replace("/api/teams/{id}", $"/api/teams/{team}", StringComparison.Ordinal)
        .Replace("{user}", member.Id, StringComparison.Ordinal)
        .Replace("{team}", team, StringComparison.Ordinal)
        .Replace("{code}", challenge.Code, StringComparison.Ordinal)
        .Replace("{board}", "teamStreak", StringComparison.Ordinal)
        .Replace("{date}", TestDay.Wednesday, StringComparison.Ordinal)
        .Replace("{id}", "nothing", StringComparison.Ordinal);

    private static async Task<HttpStatusCode> SendAsync(HttpClient browser, string method, string path, string? body)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (body is not null && body[0] == '{')
        {
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        }
        else if (body?.StartsWith("csv:", StringComparison.Ordinal) == true)
        {
            request.Content = new StringContent(body["csv:".Length..], Encoding.UTF8, "text/csv");
        }

        using var response = await browser.SendAsync(request);
        if (response.Content.Headers.ContentType?.MediaType == "application/problem+json")
        {
            Answers.CheckCodes(await response.ReadAsync(response.StatusCode));
        }

        return response.StatusCode;
    }
}
