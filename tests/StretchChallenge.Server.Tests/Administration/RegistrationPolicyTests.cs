using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using StretchChallenge.Server.Administration;
using StretchChallenge.Server.Tests.Fixture;
using StretchChallenge.Storage.Administration;

namespace StretchChallenge.Server.Tests.Administration;

public sealed class RegistrationPolicyTests : IAsyncDisposable
{
    private readonly FakeTimeProvider _clock = new(TestDay.WednesdayMorning);
    private readonly TestServer _server;

    public RegistrationPolicyTests() => _server = new TestServer { Clock = _clock };

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Closed_AfterTheFirstAccount_RefusesEverybody()
    {
        var root = await _server.RegisterAsync();
        var challenge = await TestChallenge.CreateAsync(root, TestDay.Monday);
        await SetAsync(root, "closed");

        await (await RegisterAsync(_server)).ReadProblemAsync(HttpStatusCode.Forbidden, "registration-closed");
        await (await RegisterAsync(_server, invitation: challenge.Code)).ReadProblemAsync(HttpStatusCode.Forbidden, "registration-closed");
        var site = await _server.CreateVisitor().ReadAsync("/api/site");
        Assert.Equal("closed", site.GetProperty("registration").Text("policy"));
    }

    [Fact]
    public async Task Closed_NobodyIsThereYet_AdmitsTheFirst()
    {
        await _server.Services.GetRequiredService<ISiteSettingStore>().SaveAsync(
            "registration", "{\"policy\":\"closed\",\"domains\":[]}", "registrationChanged", new AuditActor(null, _clock.GetUtcNow()));

        var root = await _server.RegisterAsync();

        await root.Browser.ReadAsync("/api/admin/status");
        await (await RegisterAsync(_server)).ReadProblemAsync(HttpStatusCode.Forbidden, "registration-closed");
    }

    [Fact]
    public async Task Invitation_OnlyAValidCode_Registers()
    {
        var root = await _server.RegisterAsync();
        var challenge = await TestChallenge.CreateAsync(root, TestDay.Monday);
        await SetAsync(root, "invitation");

        await (await RegisterAsync(_server)).ReadProblemAsync(HttpStatusCode.Forbidden, "invitation-needed", "invitation");
        await (await RegisterAsync(_server, invitation: " ")).ReadProblemAsync(HttpStatusCode.Forbidden, "invitation-needed", "invitation");
        await (await RegisterAsync(_server, invitation: "NOSUCHCODE")).ReadProblemAsync(HttpStatusCode.NotFound, "unknown-code", "invitation");
        await (await RegisterAsync(_server, invitation: new string('x', 5000))).ReadProblemAsync(HttpStatusCode.NotFound, "unknown-code", "invitation");
        Assert.Equal(HttpStatusCode.Created, (await RegisterAsync(_server, invitation: challenge.Code.ToLowerInvariant())).StatusCode);
    }

    [Fact]
    public async Task Invitation_ChallengeIsOver_IsRefused()
    {
        var root = await _server.RegisterAsync();
        var challenge = await TestChallenge.CreateAsync(root, TestDay.Monday);
        await SetAsync(root, "invitation");
        _clock.Advance(TimeSpan.FromDays(70));

        await (await RegisterAsync(_server, invitation: challenge.Code)).ReadProblemAsync(HttpStatusCode.Conflict, "challenge-over", "invitation");
    }

    [Fact]
    public async Task Invitation_GuessedAgainAndAgain_IsLimited()
    {
        await using var strict = new TestServer { Settings = { ["RateLimits:FailedCodes:Burst"] = "3" } };
        var root = await strict.RegisterAsync();
        await SetAsync(root, "invitation");

        var codes = new List<HttpStatusCode>();
        for (var guess = 0; guess < 4; guess++)
        {
            codes.Add((await RegisterAsync(strict, invitation: $"GUESS{guess}AAA")).StatusCode);
        }

        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.TooManyRequests], codes);
    }

    [Theory]
    [InlineData("ann@example.com", true)]
    [InlineData("ann@EXAMPLE.com", true)]
    [InlineData("ann@münchen.example", true)]
    [InlineData("ann@xn--mnchen-3ya.example", true)]
    [InlineData("ann@sub.example.com", false)]
    [InlineData("ann@example.com.evil.test", false)]
    [InlineData("example.com@evil.test", false)]
    public async Task Domains_Set_AreTheOnlyOnes(string email, bool isAdmitted)
    {
        var root = await _server.RegisterAsync();
        await SetAsync(root, "open", "@Example.com", "münchen.example");

        var answer = await RegisterAsync(_server, email);

        if (isAdmitted)
        {
            await answer.ReadAsync(HttpStatusCode.Created);
        }
        else
        {
            var problem = await answer.ReadProblemAsync(HttpStatusCode.Forbidden, "email-domain-not-allowed", "email");
            Assert.Equal("example.com, xn--mnchen-3ya.example", problem.GetProperty("params").Text("domains"));
        }
    }

    [Fact]
    public async Task Set_ThroughAnotherNode_IsSeenWithinSeconds()
    {
        var root = await _server.RegisterAsync();
        await using var other = new TestServer { Folder = _server.Folder, Clock = _clock };
        await other.CreateVisitor().ReadAsync("/api/site");

        await SetAsync(root, "closed");
        _clock.Advance(SiteSettings.MaxAge);

        var site = await other.CreateVisitor().ReadAsync("/api/site");
        Assert.Equal("closed", site.GetProperty("registration").Text("policy"));
    }

    [Theory]
    [InlineData("{}", "registration")]
    [InlineData("""{"registration":{}}""", "policy")]
    [InlineData("""{"registration":{"policy":"open","domains":["nodots"]}}""", "domains")]
    [InlineData("""{"registration":{"policy":"open","domains":["a b.example"]}}""", "domains")]
    [InlineData("""{"registration":{"policy":"open","domains":[""]}}""", "domains")]
    [InlineData("""{"registration":{"policy":"open","domains":[null]}}""", "domains")]
    public async Task Set_Impossible_ChangesNothing(string body, string field)
    {
        var root = await _server.RegisterAsync();

        using var refused = await root.Browser.PutAsync(
            "/api/admin/settings", new StringContent(body, System.Text.Encoding.UTF8, "application/json"));

        await refused.ReadProblemAsync(HttpStatusCode.BadRequest, "invalid-request", field);
        Assert.Equal("open", (await root.Browser.ReadAsync("/api/admin/settings")).GetProperty("registration").Text("policy"));
    }

    [Fact]
    public async Task Set_TooManyDomains_IsRefused()
    {
        var root = await _server.RegisterAsync();

        using var refused = await root.Browser.PutAsJsonAsync(
            "/api/admin/settings", new { registration = new { policy = "open", domains = Enumerable.Range(0, 51).Select(number => $"d{number}.example") } });

        await refused.ReadProblemAsync(HttpStatusCode.BadRequest, "invalid-request", "domains");
    }

    private static async Task SetAsync(TestPerson root, string policy, params string[] domains)
    {
        using var response = await root.Browser.PutAsJsonAsync("/api/admin/settings", new { registration = new { policy, domains } });
        await response.ReadAsync();
    }

    private static Task<HttpResponseMessage> RegisterAsync(TestServer server, string? email = null, string? invitation = null)
    {
        var registration = TestPerson.Registration(email);
        registration["invitation"] = invitation;
        return server.CreateVisitor().PostAsJsonAsync("/api/account/register", registration);
    }
}
