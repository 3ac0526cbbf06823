using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using StretchChallenge.Server.Sessions;
using StretchChallenge.Server.Tests.Fixture;

namespace StretchChallenge.Server.Tests.Sessions;

/// <summary>Recurring breaks: who plans them, and what becomes of their sessions when anything changes.</summary>
public sealed class ScheduleTests(WednesdayServer server) : IClassFixture<WednesdayServer>
{
    private readonly WednesdayServer _server = server;

    [Fact]
    public async Task Add_EveryWorkDay_PlansTheNextDays_ForEverybodyToFind()
    {
        var challenge = await ChallengeAsync();
        var ben = await MemberAsync(challenge);

        var id = await AddedAsync(challenge.Organiser, challenge, "23:30");

        var listed = Assert.Single((await ben.Browser.ReadAsync($"{challenge.Path}/schedules")).EnumerateArray());
        Assert.Equal(
            (id, "23:30", JsonValueKind.Null, "Ann", false),
            (listed.Text("id"), listed.Text("time"), listed.GetProperty("weekdays").ValueKind, listed.GetProperty("hosts")[0].Text("name"),
                listed.GetProperty("mayChange").GetBoolean()));
        var sessions = await SessionsAsync(ben, challenge);
        Assert.Equal(8, sessions.Count);
        Assert.All(sessions, session => Assert.Equal((id, "Ann"), (session.Text("scheduleId"), session.Text("host"))));
        Assert.Equal(Now.Date.AddHours(22.5), sessions[0].GetProperty("startsAt").GetDateTime().ToUniversalTime());
        Assert.Equal(sessions[0].Text("code"), (await ben.Browser.ReadAsync("/api/today")).GetProperty("nextSession").Text("code"));
        Assert.Equal(8, (await FeedAsync(ben)).Split("BEGIN:VEVENT").Length - 1);
    }

    [Fact]
    public async Task Add_ByAParticipant_IsForCaptainsUnlessTheSettingOpensIt_AndCountsOnce()
    {
        var challenge = await ChallengeAsync();
        var ben = await MemberAsync(challenge);
        using var refused = await AddAsync(ben, challenge, new { routineId = "gentle", time = "23:30" });
        await refused.ReadProblemAsync(HttpStatusCode.Forbidden, "captains-plan", "time");
        using var opened = await challenge.Organiser.Browser.PutAsJsonAsync(challenge.Path, new { planning = "all" });
        await AddedAsync(ben, challenge, "23:30");
        await AddedAsync(ben, challenge, "23:40");
        using var once = await PlanAsync(ben, challenge);
        await once.ReadAsync();

        using var fourth = await PlanAsync(ben, challenge);
        using var another = await AddAsync(ben, challenge, new { routineId = "gentle", time = "23:50" });

        await fourth.ReadProblemAsync(HttpStatusCode.Conflict, "too-many-planned");
        await another.ReadProblemAsync(HttpStatusCode.Conflict, "too-many-planned");
    }

    [Theory]
    [InlineData("""{"time":"10:30"}""", 400, "missing", "routineId")]
    [InlineData("""{"routineId":"gentle"}""", 400, "missing", "time")]
    [InlineData("""{"routineId":"gentle","time":"25:00"}""", 400, "wrong-type", "time")]
    [InlineData("""{"routineId":"gentle","time":"10:30:59"}""", 400, "wrong-type", "time")]
    [InlineData("""{"routineId":"gentle","time":"10:30","weekdays":["Someday"]}""", 400, "unknown-work-days", "weekdays")]
    [InlineData("""{"routineId":"gentle","time":"10:30","weekdays":["Sat"]}""", 400, "no-break-day", "weekdays")]
    [InlineData("""{"routineId":"nothing","time":"10:30"}""", 404, "unknown-routine", "routineId")]
    [InlineData("""{"routineId":"gentle","time":"10:30","team":"Purple"}""", 404, "unknown-team", "team")]
    [InlineData("""{"routineId":"gentle","time":"10:30","hosts":["nobody"]}""", 404, "unknown-member", "hosts")]
    [InlineData("""{"routineId":"gentle","time":"10:30","hosts":["a","b","c","d","e","f","g","h","i","j","k"]}""", 400, "too-many-hosts", "hosts")]
    public async Task Add_Impossible_SaysWhereAndWhy(string body, int status, string code, string field)
    {
        var request = TestChallenge.Request(TestDay.Monday);
        request["workDays"] = new[] { "Mon", "Tue", "Wed", "Thu", "Fri" };
        var ann = await _server.RegisterAsync();
        using var made = await ann.Browser.PostAsJsonAsync("/api/challenges", request);
        var path = $"/api/challenges/{(await made.ReadAsync()).Text("id")}/schedules";

        using var response = await ann.Browser.PostTextAsync(path, body);

        var isOfFields = code is "missing" or "wrong-type" or "unknown-work-days";
        var problem = await response.ReadProblemAsync((HttpStatusCode)status, isOfFields ? "invalid-request" : code, field);
        Assert.Equal(code, isOfFields ? problem.GetProperty("errorCodes").GetProperty(field)[0].Text("code") : code);
        Assert.Empty((await ann.Browser.ReadAsync(path)).EnumerateArray());
    }

    [Fact]
    public async Task Holiday_AddedLater_CallsTheBreakOff_AndTakenBackBringsAnother()
    {
        var challenge = await ChallengeAsync();
        await AddedAsync(challenge.Organiser, challenge, "23:30");
        var tomorrow = DateOnly.FromDateTime(Now.UtcDateTime).AddDays(1);
        using var added = await challenge.Organiser.Browser.PutAsJsonAsync(challenge.Path, new { holidays = new[] { tomorrow } });

        await SweepAsync();

        Assert.Equal(7, (await SessionsAsync(challenge.Organiser, challenge)).Count);
        Assert.Contains("STATUS:CANCELLED", await FeedAsync(challenge.Organiser), StringComparison.Ordinal);

        using var removed = await challenge.Organiser.Browser.PutAsJsonAsync(challenge.Path, new { holidays = Array.Empty<DateOnly>() });
        await SweepAsync();

        Assert.Equal(8, (await SessionsAsync(challenge.Organiser, challenge)).Count);
    }

    [Fact]
    public async Task Change_MovesEachBreak_AndKeepsItsCode_AndAnotherSweepChangesNothing()
    {
        var challenge = await ChallengeAsync();
        var ben = await MemberAsync(challenge);
        var id = await AddedAsync(challenge.Organiser, challenge, "23:30");
        var before = await SessionsAsync(ben, challenge);

        using var forbidden = await ben.Browser.PutAsJsonAsync($"{challenge.Path}/schedules/{id}", new { routineId = "gentle", time = "23:45" });
        using var changed = await challenge.Organiser.Browser.PutAsJsonAsync(
            $"{challenge.Path}/schedules/{id}", new { routineId = "gentle", time = "23:45", hosts = new[] { ben.Id } });

        await forbidden.ReadProblemAsync(HttpStatusCode.Forbidden, "not-its-host");
        Assert.Equal(HttpStatusCode.NoContent, changed.StatusCode);
        var after = await SessionsAsync(ben, challenge);
        Assert.Equal(before.Select(one => one.Text("code")), after.Select(one => one.Text("code")));
        Assert.All(after, one => Assert.Equal(("gentle", 45, "Ben"), (one.Text("routineId"), one.GetProperty("startsAt").GetDateTime().Minute, one.Text("host"))));
        await SweepAsync();
        Assert.Equal(after.Select(one => one.GetRawText()), (await SessionsAsync(ben, challenge)).Select(one => one.GetRawText()));
    }

    [Fact]
    public async Task OneBreak_MovedOrCalledOffByHand_StaysSo()
    {
        var challenge = await ChallengeAsync();
        await AddedAsync(challenge.Organiser, challenge, "23:30");
        var sessions = await SessionsAsync(challenge.Organiser, challenge);
        var moved = sessions[1].GetProperty("startsAt").GetDateTimeOffset().AddMinutes(10);
        using var put = await challenge.Organiser.Browser.PutAsJsonAsync($"/api/sessions/{sessions[1].Text("code")}", new { startsAt = moved });
        await put.ReadAsync();
        using var calledOff = await challenge.Organiser.Browser.DeleteAsync($"/api/sessions/{sessions[2].Text("code")}");

        await SweepAsync();

        var left = await SessionsAsync(challenge.Organiser, challenge);
        Assert.Equal(7, left.Count);
        Assert.Equal(moved, left[1].GetProperty("startsAt").GetDateTimeOffset());
    }

    [Fact]
    public async Task Delete_CallsOffWhatHasNotOpened()
    {
        var challenge = await ChallengeAsync();
        var local = TimeZoneInfo.ConvertTime(Now, TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"));
        var id = await AddedAsync(challenge.Organiser, challenge, $"{local.AddMinutes(5):HH:mm}");

        using var deleted = await challenge.Organiser.Browser.DeleteAsync($"{challenge.Path}/schedules/{id}");
        using var again = await challenge.Organiser.Browser.DeleteAsync($"{challenge.Path}/schedules/{id}");

        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        await again.ReadProblemAsync(HttpStatusCode.NotFound, "unknown-schedule");
        // Today's lobby is open already: people may be in it.
        Assert.Single(await SessionsAsync(challenge.Organiser, challenge));
        Assert.Empty((await challenge.Organiser.Browser.ReadAsync($"{challenge.Path}/schedules")).EnumerateArray());
    }

    [Fact]
    public async Task Host_WhoLeaves_IsDropped_AndTheBreakGoesOn()
    {
        var challenge = await ChallengeAsync();
        var ben = await MemberAsync(challenge);
        await AddedAsync(challenge.Organiser, challenge, "23:30", hosts: [ben.Id]);
        using var left = await ben.Browser.PostAsync($"{challenge.Path}/leave", null);

        await SweepAsync();

        var sessions = await SessionsAsync(challenge.Organiser, challenge);
        Assert.Equal(8, sessions.Count);
        Assert.All(sessions, one => Assert.Equal(JsonValueKind.Null, one.GetProperty("host").ValueKind));
        Assert.Empty((await challenge.Organiser.Browser.ReadAsync($"{challenge.Path}/schedules"))[0].GetProperty("hosts").EnumerateArray());
    }

    [Fact]
    public async Task SecondHost_MayChangeTheBreak_AndLeadsInItsRoom()
    {
        var challenge = await ChallengeAsync();
        var (ben, cem) = (await MemberAsync(challenge), await MemberAsync(challenge));
        await AddedAsync(challenge.Organiser, challenge, $"{Soon:HH:mm}", hosts: [challenge.Organiser.Id, ben.Id]);
        var code = (await SessionsAsync(ben, challenge))[0].Text("code");

        using var change = await ben.Browser.PutAsJsonAsync($"/api/sessions/{code}", new { routineId = "gentle" });
        using var forbidden = await cem.Browser.PutAsJsonAsync($"/api/sessions/{code}", new { routineId = "gentle" });
        await using var client = await _server.ConnectAsync(ben);
        var joined = await client.CallAsync("JoinSession", code, null);

        await change.ReadAsync();
        await forbidden.ReadProblemAsync(HttpStatusCode.Forbidden, "not-its-host");
        Assert.Equal("coHost", joined.Text("role"));
        await client.CallAsync("StartSession", code);
    }

    [Fact]
    public async Task Team_ItsMembersFindItFirst_AndOthersInTheList()
    {
        var challenge = await ChallengeAsync();
        var team = await challenge.AddTeamAsync("Blue");
        var ben = await MemberAsync(challenge, "Blue");
        var cem = await MemberAsync(challenge);
        using var ofTeam = await AddAsync(challenge.Organiser, challenge, new { routineId = "gentle", time = "23:30", team = "blue" });
        await ofTeam.ReadAsync();

        await AddedAsync(challenge.Organiser, challenge, "23:45");

        Assert.Equal("gentle", (await ben.Browser.ReadAsync("/api/today")).GetProperty("nextSession").Text("routineId"));
        Assert.Equal("desk-break-3", (await cem.Browser.ReadAsync("/api/today")).GetProperty("nextSession").Text("routineId"));
        Assert.Equal("Blue", (await SessionsAsync(cem, challenge))[0].Text("team"));
        Assert.Equal(team, (await cem.Browser.ReadAsync($"{challenge.Path}/schedules"))[0].Text("teamId"));
    }

    [Fact]
    public async Task Changes_AreInTheAuditLog()
    {
        var challenge = await ChallengeAsync();
        var id = await AddedAsync(challenge.Organiser, challenge, "23:30");
        _server.Time.Advance(TimeSpan.FromSeconds(1));
        using var changed = await challenge.Organiser.Browser.PutAsJsonAsync(
            $"{challenge.Path}/schedules/{id}", new { routineId = "gentle", time = "23:45", weekdays = new[] { "Mon", "Fri" } });
        _server.Time.Advance(TimeSpan.FromSeconds(1));
        // Two at once: one ends it.
        var ended = await Task.WhenAll(
            challenge.Organiser.Browser.DeleteAsync($"{challenge.Path}/schedules/{id}"), challenge.Organiser.Browser.DeleteAsync($"{challenge.Path}/schedules/{id}"));

        Assert.Equal([HttpStatusCode.NoContent, HttpStatusCode.NotFound], ended.Select(one => one.StatusCode).Order());
        Array.ForEach(ended, one => one.Dispose());
        var lines = (await challenge.Organiser.Browser.ReadAsync($"{challenge.Path}/audit")).EnumerateArray().ToList();
        Assert.Equal(["scheduleEnded", "scheduleChanged", "scheduleAdded"], lines.Select(line => line.Text("action")));
        Assert.Equal("""{"time":"23:45","weekdays":["Mon","Fri"]}""", lines[1].GetProperty("detail").GetRawText());
        Assert.Equal("""{"time":"23:30","weekdays":null}""", lines[2].GetProperty("detail").GetRawText());
    }

    [Fact]
    public async Task Hosts_ToChooseFrom_AreThoseWhoAreListed_AndAllForOrganisers()
    {
        var challenge = await ChallengeAsync();
        var (ben, cem) = (await MemberAsync(challenge), await MemberAsync(challenge));
        using var listed = await ben.Browser.PutAsJsonAsync("/api/account", new { showName = true, displayName = "Bennet" });
        using var hidden = await cem.Browser.PutAsJsonAsync("/api/account", new { showName = false, displayName = "Cemal" });
        using var captain = await challenge.Organiser.Browser.PutAsJsonAsync($"{challenge.Path}/members/{ben.Id}", new { role = "captain" });

        Assert.Equal(["Bennet"], await HostsAsync(ben, "benn"));
        Assert.Empty(await HostsAsync(ben, "cem"));
        Assert.Empty(await HostsAsync(ben, cem.Email[..6]));
        Assert.Equal(["Cemal"], await HostsAsync(challenge.Organiser, "CEM"));
        Assert.Equal(["Ann", "Bennet", "Cemal"], await HostsAsync(challenge.Organiser, ""));
        using var participant = await cem.Browser.GetAsync($"{challenge.Path}/schedules/hosts");
        await participant.ReadProblemAsync(HttpStatusCode.Forbidden, "captains-plan", "startsAt");
        using var tooLong = await ben.Browser.GetAsync($"{challenge.Path}/schedules/hosts?q={new string('x', 101)}");
        await tooLong.ReadProblemAsync(HttpStatusCode.BadRequest, "invalid-request", "q");

        async Task<string[]> HostsAsync(TestPerson person, string q) =>
            [.. (await person.Browser.ReadAsync($"{challenge.Path}/schedules/hosts?q={q}")).EnumerateArray().Select(host => host.Text("name"))];
    }

    private DateTimeOffset Now => _server.Time.GetUtcNow();

    // In the challenge's zone, when the lobby is open already.
    private DateTimeOffset Soon => TimeZoneInfo.ConvertTime(Now, TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin")).AddMinutes(5);

    private Task SweepAsync() =>
        _server.Services.GetRequiredService<ScheduledBreaks>().AlignAsync(challenge: null, CancellationToken.None);

    private async Task<TestChallenge> ChallengeAsync() => await TestChallenge.CreateAsync(await _server.RegisterAsync(), TestDay.Monday);

    private async Task<TestPerson> MemberAsync(TestChallenge challenge, string? team = null)
    {
        var member = await _server.RegisterAsync("Ben");
        await challenge.JoinAsync(member, team);
        return member;
    }

    private static Task<HttpResponseMessage> AddAsync(TestPerson person, TestChallenge challenge, object body) =>
        person.Browser.PostAsJsonAsync($"{challenge.Path}/schedules", body);

    private static async Task<string> AddedAsync(TestPerson person, TestChallenge challenge, string time, string[]? hosts = null)
    {
        using var response = await AddAsync(person, challenge, new { routineId = "desk-break-3", time, hosts });
        return (await response.ReadAsync()).Text("id");
    }

    private Task<HttpResponseMessage> PlanAsync(TestPerson person, TestChallenge challenge) => person.Browser.PostAsJsonAsync(
        "/api/sessions", new { challengeId = challenge.Id, routineId = "gentle", startsAt = Now.AddHours(1) });

    private static async Task<List<JsonElement>> SessionsAsync(TestPerson person, TestChallenge challenge) =>
        [.. (await person.Browser.ReadAsync($"{challenge.Path}/sessions")).EnumerateArray()];

    private static async Task<string> FeedAsync(TestPerson person)
    {
        using var made = await person.Browser.PostAsync("/api/account/calendar", null);
        return await person.Browser.GetStringAsync(new Uri((await made.ReadAsync()).Text("url")).PathAndQuery);
    }
}
