using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.SignalR;
using StretchChallenge.Server.Tests.Fixture;

namespace StretchChallenge.Server.Tests.RateLimits;

public sealed class RateLimitTests
{
    [Fact]
    public async Task Person_TooManyRequests_IsRefusedWhileOthersAreNot()
    {
        await using var server = Limited("Person");
        var ann = await server.RegisterAsync();
        var bo = await server.RegisterAsync();

        await AssertLimitedAsync(() => ann.Browser.GetAsync("/api/account"));

        await bo.Browser.ReadAsync("/api/account");
    }

    [Fact]
    public async Task Address_TooManyRequests_IsRefusedWhileOthersAreNot()
    {
        await using var server = Limited("Address");

        await AssertLimitedAsync(() => From(server, "203.0.113.1").GetAsync("/api/site"));

        await From(server, "203.0.113.2").ReadAsync("/api/site");
        await From(server, "203.0.113.1").ReadAsync("/healthz/live");
    }

    [Theory]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", "2001:db8:1:3::1")]
    [InlineData("203.0.113.1", "::ffff:203.0.113.1", "203.0.113.2")]
    public async Task Address_OfOneNetwork_CountsOnce(string first, string same, string other)
    {
        await using var server = Limited("Address");

        await AssertLimitedAsync(() => From(server, first).GetAsync("/api/site"));

        using var refused = await From(server, same).GetAsync("/api/site");
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        await From(server, other).ReadAsync("/api/site");
    }

    [Fact]
    public async Task Register_TooManyFromOneAddress_IsRefused()
    {
        await using var server = Limited("Registration");
        await server.RegisterAsync();

        await AssertLimitedAsync(
            () => From(server, "203.0.113.1").PostAsJsonAsync("/api/account/register", TestPerson.Registration()),
            HttpStatusCode.Created);
    }

    [Fact]
    [Trait("Category", "Faults")]
    public async Task EnterDemo_TooManyFromOneAddress_IsRefused()
    {
        await using var server = Limited("Demo");
        server.Settings["Demo:Enabled"] = "true";

        await AssertLimitedAsync(() => From(server, "203.0.113.1").PostAsync("/api/demo/enter", null), HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task ReportError_TooManyFromOneAddress_IsRefused()
    {
        await using var server = Limited("ClientErrors");

        await AssertLimitedAsync(
            () => From(server, "203.0.113.1").PostAsJsonAsync("/api/client-errors", new { message = "x is undefined" }),
            HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task LogIn_TooManyFromOneAddress_IsRefused()
    {
        await using var server = Limited("SignIn");

        await AssertLimitedAsync(
            () => server.CreateVisitor().PostAsJsonAsync("/api/account/login", new { email = TestPerson.NewEmail(), password = "x" }),
            HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task LogIn_TooManyToOneAccountFromManyAddresses_IsRefused()
    {
        await using var server = Limited("SignInToAccount");
        var address = 0;

        await AssertLimitedAsync(
            () => From(server, $"203.0.113.{++address}")
                .PostAsJsonAsync("/api/account/login", new { email = address % 2 == 0 ? "Ann@example.com" : "ann@example.com", password = "x" }),
            HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Invitation_TooManyWrongCodes_IsRefused()
    {
        await using var server = Limited("FailedCodes");
        var tries = 0;

        await AssertLimitedAsync(() => server.CreateVisitor().GetAsync($"/api/invitations/AAAA{++tries:D4}"), HttpStatusCode.NotFound);

        await From(server, "203.0.113.2").ReadAsync("/api/site");
    }

    [Fact]
    public async Task Join_TooManyWrongCodesOfOnePerson_IsRefused()
    {
        await using var server = Limited("FailedCodesOfPerson");
        var ann = await server.RegisterAsync();
        var tries = 0;

        await AssertLimitedAsync(
            () => ann.Browser.PostAsJsonAsync("/api/challenges/join", new { code = $"AAAA{++tries:D4}" }),
            HttpStatusCode.NotFound);
    }

    [Fact]
    [Trait("Category", "Faults")]
    public async Task Codes_ManyWrongFromOneAddress_RefuseWrongOnesOfThatKindAlone()
    {
        await using var server = new WednesdayServer();
        var rest = await TestLiveSession.OpenAsync(server);
        var office = From(server, "203.0.113.1");
        for (var tries = 0; tries < 200; tries++)
        {
            using var wrong = await office.GetAsync($"/api/invitations/AAAAAA{tries + 2000:D4}");
            Assert.Equal(HttpStatusCode.NotFound, wrong.StatusCode);
        }

        var good = new List<HttpStatusCode>();
        for (var tries = 0; tries < 100; tries++)
        {
            using var right = await office.GetAsync($"/api/invitations/{rest.Challenge.Code}");
            good.Add(right.StatusCode);
        }

        using var refused = await office.GetAsync("/api/invitations/AAAAAA9999");
        using var room = await office.GetAsync($"/api/sessions/{rest.Code}");
        using var wrongRoom = await office.GetAsync("/api/sessions/ZZZZZZ");
        using var calendar = await office.GetAsync("/calendar/nobodys.ics");
        using var newcomer = await office.PostAsJsonAsync("/api/account/register", TestPerson.Registration());
        using var joined = await office.PostAsJsonAsync("/api/challenges/join", new { code = rest.Challenge.Code });

        Assert.Equal(100, good.Count(status => status == HttpStatusCode.OK));
        await refused.ReadProblemAsync(HttpStatusCode.TooManyRequests, "too-many-requests");
        Assert.InRange(refused.Headers.RetryAfter?.Delta?.TotalSeconds ?? 0, 1, 60);
        await room.ReadAsync();
        await wrongRoom.ReadProblemAsync(HttpStatusCode.NotFound, "unknown-code", "code");
        await calendar.ReadProblemAsync(HttpStatusCode.NotFound, "unknown-calendar");
        await newcomer.ReadAsync(HttpStatusCode.Created);
        await joined.ReadAsync();
    }

    [Fact]
    public async Task Hub_TooManyCallsOfOnePerson_AreRefusedOnEveryConnection()
    {
        await using var server = Limited("HubCalls");
        var ann = await server.RegisterAsync();
        await using var first = await server.ConnectAsync(ann);
        await using var second = await server.ConnectAsync(ann);
        await using var visitor = await server.ConnectAsync();

        await first.CallAsync("Sync", 1);
        await second.CallAsync("Sync", 2);
        await first.CallAsync("Sync", 3);

        var refusal = await Assert.ThrowsAsync<HubException>(() => second.CallAsync("Sync", 4));
        Assert.Equal("too-many-requests", refusal.ReadRefusal().Text("type"));
        await visitor.CallAsync("Sync", 5);
    }

    [Fact]
    public async Task Register_AWorkplaceAtOnceBehindOneAddress_Works()
    {
        await using var server = new TestServer();
        await server.RegisterAsync();

        var people = await Task.WhenAll(Enumerable.Range(0, 200)
            .Select(_ => From(server, "203.0.113.1").PostAsJsonAsync("/api/account/register", TestPerson.Registration())));

        Assert.All(people, response => Assert.Equal(HttpStatusCode.Created, response.StatusCode));
    }

    private static TestServer Limited(string limit) => new()
    {
        Settings = new() { [$"RateLimits:{limit}:Burst"] = "3", [$"RateLimits:{limit}:PerMinute"] = "1" },
    };

    private static HttpClient From(TestServer server, string address)
    {
        var browser = server.CreateVisitor();
        browser.DefaultRequestHeaders.Add(RemoteAddress.Header, address);
        return browser;
    }

    private static async Task AssertLimitedAsync(Func<Task<HttpResponseMessage>> ask, HttpStatusCode usual = HttpStatusCode.OK)
    {
        for (var i = 0; i < 3; i++)
        {
            using var answer = await ask();
            await answer.ReadAsync(usual);
        }

        using var refused = await ask();
        await refused.ReadProblemAsync(HttpStatusCode.TooManyRequests, "too-many-requests");
        Assert.InRange(refused.Headers.RetryAfter?.Delta?.TotalSeconds ?? 0, 1, 60);
    }
}
