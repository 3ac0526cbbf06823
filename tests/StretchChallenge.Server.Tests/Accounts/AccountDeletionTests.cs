using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using StretchChallenge.Domain;
using StretchChallenge.Server.Accounts;
using StretchChallenge.Server.Tests.Fixture;
using StretchChallenge.Storage.Accounts;

namespace StretchChallenge.Server.Tests.Accounts;

public sealed class AccountDeletionTests(WednesdayServer server) : IClassFixture<WednesdayServer>
{
    private static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(5);

    private readonly WednesdayServer _server = server;

    [Fact]
    public async Task Delete_WithThePassword_EndsEverySignInAndConnectionAtOnce()
    {
        var ben = await RegisterAsync("Ben");
        var phone = await ben.SignInAsync(_server);
        await using var screen = await _server.ConnectAsync(ben);
        await screen.CallAsync("WatchMe");

        using var deleted = await DeleteAsync(ben, ben.Password);

        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        await screen.Events.Completion.WaitAsync(AtOnce);
        foreach (var browser in new[] { ben.Browser, phone.Browser })
        {
            using var answer = await browser.GetAsync("/api/account");
            await answer.ReadProblemAsync(HttpStatusCode.Unauthorized, "not-signed-in");
        }

        using var login = await _server.CreateVisitor().PostAsJsonAsync("/api/account/login", new { email = ben.Email, password = ben.Password });
        await login.ReadProblemAsync(HttpStatusCode.Unauthorized, "sign-in-failed");
    }

    [Fact]
    public async Task Delete_ThenTheSameEmail_CanRegisterAnew()
    {
        var ben = await RegisterAsync("Ben");
        using var deleted = await DeleteAsync(ben, ben.Password);

        using var again = await _server.CreateVisitor().PostAsJsonAsync("/api/account/register", _server.Registration(ben.Email));

        Assert.Equal(HttpStatusCode.Created, again.StatusCode);
    }

    [Fact]
    public async Task Delete_ThroughAnotherNode_EndsTheSignInWithinTheStampsInterval()
    {
        var ben = await RegisterAsync("Ben");
        await using var other = new TestServer { Folder = _server.Folder, Clock = _server.Time };
        var there = await ben.SignInAsync(other);
        using var deleted = await DeleteAsync(ben, ben.Password);

        _server.Time.Advance(TimeSpan.FromSeconds(31));

        using var answer = await there.Browser.GetAsync("/api/account");
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("")]
    [InlineData("""{"password":null}""")]
    public async Task Delete_WithoutAPassword_NeedsAFreshSignIn(string body)
    {
        var ben = await RegisterAsync("Ben");
        _server.Time.Advance(FreshSignIn.Lifetime + TimeSpan.FromSeconds(1));

        using var refused = await SendAsync(ben, body);
        await refused.ReadProblemAsync(HttpStatusCode.Forbidden, "fresh-sign-in-needed");
        using var confirmed = await ben.Browser.PostAsJsonAsync("/api/account/confirm", new { password = ben.Password });
        using var deleted = await SendAsync(ben, body);

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NoContent), (confirmed.StatusCode, deleted.StatusCode));
        Assert.Equal(HttpStatusCode.Unauthorized, (await ben.Browser.GetAsync("/api/account")).StatusCode);
    }

    [Theory]
    [InlineData("""{"password":""}""")]
    [InlineData("""{"password":7}""")]
    public async Task Delete_WithNoPassword_IsRefusedHoweverFreshTheSignIn(string body)
    {
        var ben = await RegisterAsync("Ben");

        using var refused = await SendAsync(ben, body);

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        await ben.Browser.ReadAsync("/api/account");
    }

    [Fact]
    public async Task Delete_WithAWrongPassword_IsRefusedAndThrottled()
    {
        var ben = await RegisterAsync("Ben");

        var statuses = new List<HttpStatusCode>();
        for (var tries = 0; tries < 12; tries++)
        {
            using var refused = await DeleteAsync(ben, "not the password");
            statuses.Add(refused.StatusCode);
        }

        Assert.Equal(Enumerable.Repeat(HttpStatusCode.BadRequest, 10), statuses.Take(10));
        Assert.Equal(HttpStatusCode.TooManyRequests, statuses[^1]);
        using var right = await DeleteAsync(ben, ben.Password);
        Assert.Equal(HttpStatusCode.TooManyRequests, right.StatusCode);
        Assert.True(right.Headers.RetryAfter?.Delta > TimeSpan.Zero);
        await ben.Browser.ReadAsync("/api/account");
    }

    [Fact]
    public async Task Delete_WithAnotherPersonsPassword_DeletesNobody()
    {
        var (ben, cem) = (await RegisterAsync("Ben"), await RegisterAsync("Cem"));
        var stranger = ben with { Password = "another long enough one" };

        using var refused = await DeleteAsync(ben, stranger.Password);

        await refused.ReadProblemAsync(HttpStatusCode.BadRequest, "password-wrong", "password");
        await ben.Browser.ReadAsync("/api/account");
        await cem.Browser.ReadAsync("/api/account");
    }

    [Fact]
    public async Task Delete_OnlyOrganiserOfOthers_IsAConflict()
    {
        var ann = await RegisterAsync("Ann");
        var challenge = await TestChallenge.CreateAsync(ann, TestDay.Monday);
        await challenge.JoinAsync(await RegisterAsync("Ben"));

        using var refused = await DeleteAsync(ann, ann.Password);

        await refused.ReadProblemAsync(HttpStatusCode.Conflict, "last-organiser");
        await ann.Browser.ReadAsync(challenge.Path);
    }

    [Fact]
    public async Task Delete_OnlyAdministrator_IsAConflictWhileOthersHaveAccounts()
    {
        await using var site = new TestServer();
        var administrator = await site.RegisterAsync("Ann");
        var ben = await site.RegisterAsync("Ben");

        using var refused = await DeleteAsync(administrator, administrator.Password);
        await refused.ReadProblemAsync(HttpStatusCode.Conflict, "last-administrator");

        using var other = await DeleteAsync(ben, ben.Password);
        using var deleted = await DeleteAsync(administrator, administrator.Password);
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        Assert.Contains("siteAdministrator", Roles(await site.RegisterAsync("Cem")));

        static IEnumerable<string?> Roles(TestPerson person) =>
            person.Browser.ReadAsync("/api/account").GetAwaiter().GetResult().GetProperty("roles").EnumerateArray().Select(role => role.GetString());
    }

    [Fact]
    public async Task Delete_GuestOfTheDemo_IsForbidden()
    {
        await using var site = new TestServer { DemoByDefault = true, Settings = new() { ["Demo:Enabled"] = "true" } };
        var guest = site.CreateVisitor();
        using var entered = await guest.PostAsync("/api/demo/enter", null);
        Assert.Equal(HttpStatusCode.NoContent, entered.StatusCode);

        using var request = new HttpRequestMessage(HttpMethod.Delete, "/api/account") { Content = JsonContent.Create(new { password = "x" }) };
        using var refused = await guest.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Fact]
    public async Task Delete_InALiveBreak_LeavesTheRoomAndItsHost()
    {
        var ann = await RegisterAsync("Ann");
        var challenge = await TestChallenge.CreateAsync(ann, TestDay.Monday);
        var ben = await RegisterAsync("Benedikta");
        await challenge.JoinAsync(ben);
        var session = await TestLiveSession.OpenAsync(_server, challenge);
        var (mine, _) = await session.JoinAsync(ann);
        await using var annsScreen = mine;
        var (screen, _) = await session.JoinAsync(ben);
        await using var bensScreen = screen;

        using var deleted = await DeleteAsync(ben, ben.Password);

        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        await screen.Events.Completion.WaitAsync(AtOnce);
        var room = await ann.Browser.ReadAsync($"/api/sessions/{session.Code}");
        Assert.DoesNotContain("Benedikta", room.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Delete_ShownNowhereToColleagues()
    {
        var ann = await RegisterAsync("Ann");
        var challenge = await TestChallenge.CreateAsync(ann, TestDay.Monday);
        var team = await challenge.AddTeamAsync("Blue");
        var ben = await RegisterAsync("Benedikta");
        await challenge.JoinAsync(ann, "Blue");
        await challenge.JoinAsync(ben, "Blue");
        using (await ben.Browser.PutAsJsonAsync("/api/account", new { showName = true }))
        {
            Assert.Contains("Benedikta", await ReadAllAsync(ann, challenge, team), StringComparison.Ordinal);
        }

        using var deleted = await DeleteAsync(ben, ben.Password);

        var all = await ReadAllAsync(ann, challenge, team);
        Assert.DoesNotContain("Benedikta", all, StringComparison.Ordinal);
        Assert.DoesNotContain(ben.Id, all, StringComparison.Ordinal);
        Assert.Null(await _server.Services.GetRequiredService<IAccountStore>().FindAsync(new UserId(ben.Id)));
    }

    private static async Task<string> ReadAllAsync(TestPerson viewer, TestChallenge challenge, string team)
    {
        var pages = new List<JsonElement>
        {
            await viewer.Browser.ReadAsync(challenge.Path),
            await viewer.Browser.ReadAsync($"/api/teams/{team}"),
            await viewer.Browser.ReadAsync("/api/today"),
        };
        foreach (var board in new[] { "personStreak", "personConsistency", "teamStreak", "teamPoints" })
        {
            pages.Add(await viewer.Browser.ReadAsync($"{challenge.Path}/standings/{board}?top=100"));
        }

        return string.Concat(pages.Select(page => page.GetRawText()));
    }

    // Somebody else is the site's administrator.
    private async Task<TestPerson> RegisterAsync(string name)
    {
        await _server.RegisterAsync("Site");
        return await _server.RegisterAsync(name);
    }

    private static Task<HttpResponseMessage> DeleteAsync(TestPerson person, string password) =>
        SendAsync(person, JsonSerializer.Serialize(new { password }));

    private static async Task<HttpResponseMessage> SendAsync(TestPerson person, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Delete, "/api/account")
        {
            Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json"),
        };
        return await person.Browser.SendAsync(request);
    }
}
