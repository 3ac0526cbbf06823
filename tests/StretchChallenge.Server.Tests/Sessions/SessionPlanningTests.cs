using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR;
using StretchChallenge.Server.Tests.Fixture;

namespace StretchChallenge.Server.Tests.Sessions;

/// <summary>Who plans live breaks, and how planned ones are seen, changed and called off.</summary>
[Trait("Category", "Faults")]
public sealed class SessionPlanningTests(SessionTests.Server server) : IClassFixture<SessionTests.Server>
{
    private const string Routine = "desk-break-3";

    private readonly SessionTests.Server _server = server;

    private DateTimeOffset Now => _server.Time.GetUtcNow();

    [Fact]
    public async Task Create_PlannedByAParticipant_IsForCaptainsUnlessTheSettingOpensIt()
    {
        var challenge = await ChallengeAsync();
        var ben = await MemberAsync(challenge);
        using var refused = await PlanAsync(ben, challenge, Now.AddHours(1));
        using var now = await PlanAsync(ben, challenge, null);
        using var opened = await challenge.Organiser.Browser.PutAsJsonAsync(challenge.Path, new { planning = "all" });
        Assert.Equal("all", (await opened.ReadAsync()).Text("planning"));
        for (var number = 0; number < 3; number++)
        {
            using var planned = await PlanAsync(ben, challenge, Now.AddHours(1));
            await planned.ReadAsync();
        }

        using var fourth = await PlanAsync(ben, challenge, Now.AddHours(1));

        await refused.ReadProblemAsync(HttpStatusCode.Forbidden, "captains-plan", "startsAt");
        await now.ReadAsync();
        await fourth.ReadProblemAsync(HttpStatusCode.Conflict, "too-many-planned");
    }

    [Fact]
    public async Task Create_PlannedByACaptain_IsAllowed()
    {
        var challenge = await ChallengeAsync();
        var ben = await MemberAsync(challenge);
        using var appointed = await challenge.Organiser.Browser.PutAsJsonAsync($"{challenge.Path}/members/{ben.Id}", new { role = "captain" });

        using var planned = await PlanAsync(ben, challenge, Now.AddHours(1));

        await planned.ReadAsync();
    }

    [Fact]
    public async Task Create_SixtyAtOnce_AreNoMoreThanFifty()
    {
        var challenge = await ChallengeAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 60).Select(_ => PlanAsync(challenge.Organiser, challenge, Now.AddHours(1))));

        Assert.Equal(50, answers.Count(answer => answer.StatusCode == HttpStatusCode.OK));
        Assert.Equal(10, answers.Count(answer => answer.StatusCode == HttpStatusCode.Conflict));
        foreach (var answer in answers)
        {
            answer.Dispose();
        }
    }

    [Fact]
    public async Task List_ShowsMembersWhatIsPlannedAndOpen()
    {
        var challenge = await ChallengeAsync();
        var ben = await MemberAsync(challenge);
        var code = await PlannedAsync(challenge, Now.AddHours(1));
        using var open = await PlanAsync(ben, challenge, null);
        await open.ReadAsync();

        var listed = await ben.Browser.ReadAsync($"{challenge.Path}/sessions");

        Assert.Equal(
            [("Ben", true), ("Ann", false)],
            listed.EnumerateArray().Select(one => (one.Text("host"), one.GetProperty("mayChange").GetBoolean())));
        Assert.Equal((code, "lobby"), (listed[1].Text("code"), listed[1].Text("phase")));
        using var stranger = await (await _server.RegisterAsync()).Browser.GetAsync($"{challenge.Path}/sessions");
        await stranger.ReadProblemAsync(HttpStatusCode.NotFound, "unknown-challenge");
    }

    [Fact]
    public async Task Change_ByAHost_IsInTheListAndInTheCalendar()
    {
        var challenge = await ChallengeAsync();
        var code = await PlannedAsync(challenge, Now.AddHours(1));
        var later = Now.AddHours(3);

        using var response = await challenge.Organiser.Browser.PutAsJsonAsync($"/api/sessions/{code}", new { startsAt = later, routineId = "gentle" });
        var changed = await response.ReadAsync();

        Assert.Equal((later, "gentle"), (changed.GetProperty("startsAt").GetDateTimeOffset(), changed.Text("routineId")));
        var listed = Assert.Single((await challenge.Organiser.Browser.ReadAsync($"{challenge.Path}/sessions")).EnumerateArray());
        Assert.Equal((later, "gentle"), (listed.GetProperty("startsAt").GetDateTimeOffset(), listed.Text("routineId")));
        var feed = await FeedAsync(challenge.Organiser);
        Assert.Contains($"DTSTART:{later.UtcDateTime:yyyyMMdd'T'HHmmss}Z", feed, StringComparison.Ordinal);
        Assert.Contains("SEQUENCE:1", feed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CallOff_ByAnOrganiser_IsCancelledInTheCalendar_AndOpensNothing()
    {
        var challenge = await ChallengeAsync();
        using var setting = await challenge.Organiser.Browser.PutAsJsonAsync(challenge.Path, new { planning = "all" });
        var ben = await MemberAsync(challenge);
        using var planned = await PlanAsync(ben, challenge, Now.AddMinutes(5));
        var code = (await planned.ReadAsync()).Text("code");
        var other = await MemberAsync(challenge);
        using var forbidden = await other.Browser.DeleteAsync($"/api/sessions/{code}");
        await forbidden.ReadProblemAsync(HttpStatusCode.Forbidden, "not-its-host");

        using var response = await challenge.Organiser.Browser.DeleteAsync($"/api/sessions/{code}");

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Contains("STATUS:CANCELLED", await FeedAsync(ben), StringComparison.Ordinal);
        Assert.Empty((await ben.Browser.ReadAsync($"{challenge.Path}/sessions")).EnumerateArray());
        using var again = await challenge.Organiser.Browser.DeleteAsync($"/api/sessions/{code}");
        await again.ReadProblemAsync(HttpStatusCode.Conflict, "session-over");
    }

    [Fact]
    public async Task Change_InTheLobby_TellsThoseInIt()
    {
        var challenge = await ChallengeAsync();
        var session = await TestLiveSession.OpenAsync(_server, challenge, Now.AddMinutes(5));
        var (client, _) = await session.JoinAsync(session.Host);
        await using var host = client;

        using var response = await session.Host.Browser.PutAsJsonAsync($"/api/sessions/{session.Code}", new { routineId = "gentle" });
        await response.ReadAsync();

        Assert.Equal(session.Id, (await session.NextAsync(host, "SessionReplanned")).Text("sessionId"));
        Assert.Equal("gentle", (await host.CallAsync("RejoinSession", session.Code, null)).Text("routineId"));
    }

    [Fact]
    public async Task Join_BeforeTheLobbyOpens_IsToldTheInstant()
    {
        var challenge = await ChallengeAsync();
        var session = await TestLiveSession.OpenAsync(_server, challenge, Now.AddHours(1));
        await using var guest = await _server.ConnectAsync();

        var refusal = await Assert.ThrowsAsync<HubException>(() => guest.CallAsync("JoinSession", session.Code, "Gus"));
        using var snapshot = await session.Host.Browser.GetAsync($"/api/sessions/{session.Code}/snapshot");

        var problem = refusal.ReadRefusal();
        Assert.Equal("lobby-closed", problem.Text("type"));
        Assert.Equal(Now.AddMinutes(50), problem.GetProperty("params").GetProperty("opensAt").GetDateTimeOffset());
        Assert.Equal(HttpStatusCode.Conflict, snapshot.StatusCode);
        var http = await snapshot.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(Now.AddMinutes(50), http.GetProperty("params").GetProperty("opensAt").GetDateTimeOffset());
    }

    private async Task<TestChallenge> ChallengeAsync() => await TestChallenge.CreateAsync(await _server.RegisterAsync(), TestDay.Monday);

    private async Task<TestPerson> MemberAsync(TestChallenge challenge)
    {
        var member = await _server.RegisterAsync("Ben");
        await challenge.JoinAsync(member);
        return member;
    }

    private static Task<HttpResponseMessage> PlanAsync(TestPerson person, TestChallenge challenge, DateTimeOffset? startsAt) =>
        person.Browser.PostAsJsonAsync("/api/sessions", new { challengeId = challenge.Id, routineId = Routine, startsAt });

    private static async Task<string> PlannedAsync(TestChallenge challenge, DateTimeOffset startsAt)
    {
        using var response = await PlanAsync(challenge.Organiser, challenge, startsAt);
        return (await response.ReadAsync()).Text("code");
    }

    private static async Task<string> FeedAsync(TestPerson person)
    {
        using var made = await person.Browser.PostAsync("/api/account/calendar", null);
        return await person.Browser.GetStringAsync(new Uri((await made.ReadAsync()).Text("url")).PathAndQuery);
    }
}
