using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using StretchChallenge.Server.Catalogue;
using StretchChallenge.Server.Live.Sessions;
using StretchChallenge.Server.Tests.Fixture;
using StretchChallenge.Testing;

namespace StretchChallenge.Server.Tests.Sessions;

/// <summary>Live breaks through the whole server.</summary>
public sealed class SessionTests(SessionTests.Server server) : IClassFixture<SessionTests.Server>
{
    private readonly WednesdayServer _server = server;
    private readonly FakeTimeProvider _clock = server.Time;

    [Fact]
    public async Task Join_TellsAllThatAScreenNeeds()
    {
        var rest = await TestLiveSession.OpenAsync(_server);

        var (client, joined) = await rest.JoinAsync(rest.Host);
        await using var screen = client;

        Assert.Equal(
            (rest.Id, "lobby", 0, 0, 0L, "host", "organiser"),
            (joined.Text("sessionId"), joined.Text("phase"), joined.GetProperty("seq").GetInt32(), joined.GetProperty("step").GetInt32(),
                joined.GetProperty("lateBy").GetInt64(), joined.Text("role"), joined.Text("challengeRole")));
        Assert.Equal(_clock.GetUtcNow().ToUnixTimeMilliseconds(), joined.GetProperty("serverMs").GetInt64());
        var step = joined.GetProperty("steps")[0];
        Assert.Equal(step.GetProperty("ms").GetInt64(), joined.GetProperty("remainingMs").GetInt64());
        Assert.NotEmpty(step.Text("name"));
        var one = Assert.Single(joined.GetProperty("participants").EnumerateArray());
        Assert.Equal((joined.Text("participantId"), "Ann", "host"), (one.Text("id"), one.Text("name"), one.Text("role")));
        Assert.Equal(1, joined.GetProperty("count").GetInt32());
    }

    [Fact]
    public async Task QrCode_ForAnybodyWithTheCode_IsAPicture()
    {
        var rest = await TestLiveSession.OpenAsync(_server);

        using var response = await _server.CreateVisitor().GetAsync($"/api/sessions/{rest.Code}/invitation.svg");

        Assert.Equal("image/svg+xml", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains("<svg", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Commands_OfTheHost_ReachEverybodyInTheRoom()
    {
        var rest = await TestLiveSession.OpenAsync(_server);
        var (host, _) = await rest.JoinAsync(rest.Host);
        var (guest, _) = await rest.JoinAsync(null, "Gus");
        await using var first = host;
        await using var second = guest;

        await host.CallAsync("StartSession", rest.Code);
        var started = await rest.NextAsync(guest, "SessionChanged", TimeSpan.FromMilliseconds(300));
        await host.CallAsync("PauseSession", rest.Code);
        var paused = await rest.NextAsync(guest, "SessionChanged");
        await host.CallAsync("ResumeSession", rest.Code);
        await host.CallAsync("SkipStep", rest.Code);
        await host.CallAsync("EndSession", rest.Code);

        Assert.Equal((1, "running", 0), (started.GetProperty("seq").GetInt32(), started.Text("phase"), started.GetProperty("step").GetInt32()));
        Assert.Equal((2, "paused"), (paused.GetProperty("seq").GetInt32(), paused.Text("phase")));
        Assert.Equal(300, started.GetProperty("remainingMs").GetInt64() - paused.GetProperty("remainingMs").GetInt64());
        foreach (var seq in new[] { 3, 4, 5 })
        {
            Assert.Equal(seq, (await rest.NextAsync(guest, "SessionChanged")).GetProperty("seq").GetInt32());
        }
    }

    [Fact]
    public async Task Commands_OfAnybodyElse_AreRefused()
    {
        var rest = await TestLiveSession.OpenAsync(_server);
        var (member, _) = await rest.JoinAsync(await rest.MemberAsync("Ben"));
        var (guest, _) = await rest.JoinAsync(null, "Gus");
        await using var first = member;
        await using var second = guest;

        foreach (var command in new[] { "StartSession", "PauseSession", "ResumeSession", "SkipStep", "EndSession" })
        {
            var refusal = await Assert.ThrowsAsync<HubException>(() => member.CallAsync(command, rest.Code));
            Assert.Equal("not-host", refusal.ReadRefusal().Text("type"));
            await Assert.ThrowsAsync<HubException>(() => guest.CallAsync(command, rest.Code));
        }

        await Assert.ThrowsAsync<HubException>(() => guest.CallAsync("TakeOver", rest.Code));
        await Assert.ThrowsAsync<HubException>(() => member.CallAsync("RemoveParticipant", rest.Code, "x"));
        Assert.Equal("lobby", (await rest.Host.Browser.ReadAsync($"/api/sessions/{rest.Code}")).Text("phase"));
    }

    [Fact]
    public async Task Roster_TellsWhoCameAndWent_AndNoSeat()
    {
        var rest = await TestLiveSession.OpenAsync(_server);
        var (host, _) = await rest.JoinAsync(rest.Host);
        await using var screen = host;
        await rest.NextAsync(host, "RosterChanged");

        var (guest, joined) = await rest.JoinAsync(null, "Gus");
        var came = await rest.NextAsync(host, "RosterChanged");
        await guest.DisposeAsync();
        var went = await rest.NextAsync(host, "RosterChanged");

        var one = Assert.Single(came.GetProperty("joined").EnumerateArray());
        Assert.Equal((2, "Gus", "guest"), (came.GetProperty("count").GetInt32(), one.Text("name"), one.Text("role")));
        Assert.DoesNotContain(joined.Text("seat"), came.ToString(), StringComparison.Ordinal);
        Assert.Equal((1, joined.Text("participantId")), (went.GetProperty("count").GetInt32(), Assert.Single(went.GetProperty("left").EnumerateArray()).GetString()));
    }

    [Fact]
    public async Task Guest_ComesBackByTheirSeat_InTheRightStep()
    {
        var rest = await TestLiveSession.OpenAsync(_server);
        var (host, _) = await rest.JoinAsync(rest.Host);
        await using var screen = host;
        var (guest, joined) = await rest.JoinAsync(null, "Gus");
        await host.CallAsync("StartSession", rest.Code);
        await guest.DisposeAsync();
        _clock.Advance(TimeSpan.FromMilliseconds(joined.GetProperty("steps")[0].GetProperty("ms").GetInt64() + 10));

        await using var again = await _server.ConnectAsync();
        var back = await again.CallAsync("RejoinSession", rest.Code, joined.Text("seat"));

        Assert.Equal((joined.Text("participantId"), 1, "running", 1),
            (back.Text("participantId"), back.GetProperty("seq").GetInt32(), back.Text("phase"), back.GetProperty("step").GetInt32()));
        await Assert.ThrowsAsync<HubException>(() => again.CallAsync("RejoinSession", rest.Code, "made up"));
        await Assert.ThrowsAsync<HubException>(() => again.CallAsync("RejoinSession", rest.Code, rest.Host.Id));
    }

    [Fact]
    public async Task Member_ComesBackByTheirAccount()
    {
        var rest = await TestLiveSession.OpenAsync(_server);
        var ben = await rest.MemberAsync("Ben");
        var (client, joined) = await rest.JoinAsync(ben, "Benny");
        await client.DisposeAsync();

        await using var again = await _server.ConnectAsync(ben);
        var back = await again.CallAsync("RejoinSession", rest.Code, null);

        Assert.Equal(joined.Text("participantId"), back.Text("participantId"));
        Assert.Equal("Ben", Assert.Single(back.GetProperty("participants").EnumerateArray()).Text("name"));
    }

    [Fact]
    public async Task Stranger_IsAGuest()
    {
        var rest = await TestLiveSession.OpenAsync(_server);
        var (client, joined) = await rest.JoinAsync(await _server.RegisterAsync("Eve"), "Eve");
        await using var screen = client;

        Assert.Equal(("guest", JsonValueKind.Null), (joined.Text("role"), joined.GetProperty("challengeRole").ValueKind));
        Assert.Equal(joined.Text("participantId"), (await client.CallAsync("JoinSession", rest.Code, "Eve again")).Text("participantId"));
    }

    [Fact]
    public async Task LateComer_IsToldHowLate_AndCatchesUp()
    {
        var rest = await TestLiveSession.OpenAsync(_server);
        var ben = await rest.MemberAsync("Ben");
        var (host, hosting) = await rest.JoinAsync(rest.Host);
        await using var first = host;
        await host.CallAsync("StartSession", rest.Code);
        await rest.NextAsync(host, "SessionChanged", TimeSpan.Zero);
        var total = TestLiveSession.TotalOf(hosting);
        _clock.Advance(total * 0.4);

        var (late, joined) = await rest.JoinAsync(ben);
        await using var second = late;
        await rest.NextAsync(late, "SessionChanged", total * 0.6);
        await rest.UntilDoneAsync(rest.Host);
        using var started = await ben.Browser.PostAsJsonAsync("/api/runs", new { catchUp = rest.Id });
        var run = await started.ReadAsync();
        _clock.Advance(TimeSpan.FromSeconds(run.GetProperty("plannedSeconds").GetInt32()));
        using var checkIn = await ben.CheckInAsync(run.Text("run"), "catch-up");
        var credited = await checkIn.ReadAsync();
        using var again = await ben.Browser.PostAsJsonAsync("/api/runs", new { catchUp = rest.Id });
        using var twice = await ben.CheckInAsync((await again.ReadAsync()).Text("run"), "again");

        Assert.Equal((long)(total * 0.4).TotalMilliseconds, joined.GetProperty("lateBy").GetInt64());
        Assert.Equal(joined.GetProperty("missed").GetArrayLength(), run.GetProperty("steps").GetArrayLength());
        Assert.Equal((true, "live", TestDay.Wednesday), (credited.GetProperty("credited").GetBoolean(), credited.Text("kind"), credited.Text("date")));
        Assert.Equal(HttpStatusCode.Conflict, twice.StatusCode);
    }

    [Fact]
    public async Task CatchUp_WithNothingMissed_IsRefused()
    {
        var rest = await TestLiveSession.OpenAsync(_server);
        using var stranger = await (await _server.RegisterAsync("Eve")).Browser.PostAsJsonAsync("/api/runs", new { catchUp = rest.Id });
        using var both = await rest.Host.Browser.PostAsJsonAsync("/api/runs", new { catchUp = rest.Id, routineId = "gentle" });

        await stranger.ReadProblemAsync(HttpStatusCode.NotFound, "unknown-session");
        await both.ReadProblemAsync(HttpStatusCode.BadRequest, "invalid-request", "catchUp");
    }

    [Fact]
    public async Task WholeBreak_CreditsThoseInIt()
    {
        var rest = await TestLiveSession.OpenAsync(_server);
        var ben = await rest.MemberAsync("Ben");
        var (host, joined) = await rest.JoinAsync(rest.Host);
        await using var first = host;
        var (member, _) = await rest.JoinAsync(ben);
        await using var second = member;

        await rest.PlayAsync(host, joined);
        await rest.UntilDoneAsync(rest.Host);
        var today = await rest.UntilDoneAsync(ben);

        Assert.Equal(1, today.GetProperty("challenges")[0].GetProperty("streak").GetInt32());
        Assert.Equal(JsonValueKind.Null, today.GetProperty("nextSession").ValueKind);
        var refusal = await Assert.ThrowsAsync<HubException>(() => host.CallAsync("PauseSession", rest.Code));
        Assert.Equal("session-over", refusal.ReadRefusal().Text("type"));
    }

    [Fact]
    public async Task Remove_SendsThemOut_AndKeepsThemOut()
    {
        var rest = await TestLiveSession.OpenAsync(_server);
        var ben = await rest.MemberAsync("Ben");
        var (host, _) = await rest.JoinAsync(rest.Host);
        await using var first = host;
        var (member, joined) = await rest.JoinAsync(ben);
        await using var second = member;

        await host.CallAsync("RemoveParticipant", rest.Code, joined.Text("participantId"));
        var left = await rest.NextAsync(member, "SessionLeft");
        await host.CallAsync("StartSession", rest.Code);

        Assert.Equal(rest.Id, left.Text("sessionId"));
        await Assert.ThrowsAsync<HubException>(() => member.CallAsync("JoinSession", rest.Code, "Ben"));
        Assert.False(member.Events.TryRead(out var more) && more.Target == "SessionChanged");
    }

    [Fact]
    public async Task TakeOver_HostGoneForHalfAMinute_IsTheCaptains()
    {
        var rest = await TestLiveSession.OpenAsync(_server);
        var ben = await rest.MemberAsync("Ben");
        await rest.Host.Browser.PutAsJsonAsync($"{rest.Challenge.Path}/members/{ben.Id}", new { role = "captain" });
        var (host, _) = await rest.JoinAsync(rest.Host);
        var (captain, _) = await rest.JoinAsync(ben);
        await using var screen = captain;
        await rest.NextAsync(captain, "RosterChanged");
        await Assert.ThrowsAsync<HubException>(() => captain.CallAsync("TakeOver", rest.Code));
        await host.DisposeAsync();
        await rest.NextAsync(captain, "RosterChanged");
        _clock.Advance(TimeSpan.FromSeconds(30));

        await captain.CallAsync("TakeOver", rest.Code);
        var changed = await rest.NextAsync(captain, "RosterChanged");
        await captain.CallAsync("StartSession", rest.Code);

        Assert.Equal("host", Assert.Single(changed.GetProperty("changed").EnumerateArray()).Text("role"));
        Assert.Equal("running", (await rest.NextAsync(captain, "SessionChanged")).Text("phase"));
    }

    [Fact]
    public async Task Reactions_ComeAsCounts()
    {
        var rest = await TestLiveSession.OpenAsync(_server);
        var (guest, _) = await rest.JoinAsync(null, "Gus");
        await using var screen = guest;
        await rest.NextAsync(guest, "RosterChanged");
        // The first reaction after a quiet time is sent at once; the next message then has to wait.
        _clock.Advance(TimeSpan.FromSeconds(1));
        await guest.CallAsync("React", rest.Code, "heart");
        await rest.NextAsync(guest, "Reactions", TimeSpan.Zero);

        await guest.CallAsync("React", rest.Code, "clap");
        await guest.CallAsync("React", rest.Code, "clap");
        await guest.CallAsync("React", rest.Code, "wave");
        var reactions = await rest.NextAsync(guest, "Reactions");

        Assert.Equal("""{"clap":2,"wave":1}""", reactions.GetProperty("counts").ToString());
        await Assert.ThrowsAsync<HubException>(() => guest.CallAsync("React", "ZZZZZZ", "clap"));
        await Assert.ThrowsAnyAsync<Exception>(() => guest.CallAsync("React", rest.Code, "boo"));
    }

    [Theory]
    [InlineData("\u202eGus\u0007 \t Two", "Gus Two")]
    [InlineData("  Zoë  ", "Zoë")]
    public async Task Names_AreCleaned(string name, string shown)
    {
        var rest = await TestLiveSession.OpenAsync(_server);
        var (guest, joined) = await rest.JoinAsync(null, name);
        await using var screen = guest;

        Assert.Equal(shown, Assert.Single(joined.GetProperty("participants").EnumerateArray()).Text("name"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\u202e\u200b")]
    [InlineData("\u3164\u2800")]
    [InlineData("12345678901234567890123456789012345678901")]
    [InlineData(null)]
    public async Task Names_OfNothingOrTooLong_AreRefused(string? name)
    {
        var rest = await TestLiveSession.OpenAsync(_server);
        await using var guest = await _server.ConnectAsync();

        await Assert.ThrowsAsync<HubException>(() => guest.CallAsync("JoinSession", rest.Code, name));
        var tooLong = await Assert.ThrowsAsync<HubException>(() => guest.CallAsync("JoinSession", rest.Code, new string('x', 20_000)));
        Assert.Equal(40, tooLong.ReadRefusal().GetProperty("params").GetProperty("most").GetInt32());
        await Assert.ThrowsAsync<HubException>(() => guest.CallAsync("JoinSession", rest.Code, "x" + new string('\u0301', 300)));
    }

    [Theory]
    [InlineData("ZZZZZZ")]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("far too long to be any code at all")]
    public async Task Codes_ThatOpenNothing_AreRefused(string? code)
    {
        await using var guest = await _server.ConnectAsync();

        var refusal = await Assert.ThrowsAsync<HubException>(() => guest.CallAsync("JoinSession", code, "Gus"));

        Assert.Equal("unknown-code", refusal.ReadRefusal().Text("type"));
    }

    [Fact]
    public async Task Codes_AsPeopleTypeThem_AreTheSame()
    {
        var rest = await TestLiveSession.OpenAsync(_server);
        await using var guest = await _server.ConnectAsync();

        var joined = await guest.CallAsync("JoinSession", $" {rest.Code[..3].ToLowerInvariant()}-{rest.Code[3..]} ", "Gus");

        Assert.Equal(rest.Id, joined.Text("sessionId"));
    }

    [Fact]
    [Trait("Category", "Faults")]
    public async Task Codes_TriedInVain_EndSoon_ButNotTheRightOne()
    {
        using var limited = new TestServer
        {
            Clock = _clock,
            Settings = { ["RateLimits:FailedCodes:Burst"] = "3", ["RateLimits:FailedCodes:PerMinute"] = "1" },
        };
        var rest = await TestLiveSession.OpenAsync(limited);
        for (var attempt = 0; attempt < 3; attempt++)
        {
            await using var one = await limited.ConnectAsync();
            await Assert.ThrowsAsync<HubException>(() => one.CallAsync("JoinSession", $"ZZZZZ{attempt + 2}", "Gus"));
        }

        await using var guest = await limited.ConnectAsync();
        var refusal = await Assert.ThrowsAsync<HubException>(() => guest.CallAsync("JoinSession", "ZZZZZ8", "Gus"));
        using var http = await limited.CreateVisitor().GetAsync("/api/sessions/ZZZZZ9");
        var joined = await guest.CallAsync("JoinSession", rest.Code, "Gus");

        Assert.Equal("too-many-tries", refusal.ReadRefusal().Text("type"));
        Assert.Equal(HttpStatusCode.TooManyRequests, http.StatusCode);
        Assert.Equal(rest.Id, joined.Text("sessionId"));
    }

    [Fact]
    public async Task Planned_IsOnToday_OpensItsLobby_AndStartsByItself()
    {
        using var own = new Server();
        var startsAt = TestDay.WednesdayMorning.AddMinutes(30);
        var rest = await TestLiveSession.OpenAsync(own, startsAt);
        await using var guest = await own.ConnectAsync();

        var next = (await rest.Host.Browser.ReadAsync("/api/today")).GetProperty("nextSession");
        await Assert.ThrowsAsync<HubException>(() => guest.CallAsync("JoinSession", rest.Code, "Gus"));
        own.Time.Advance(TimeSpan.FromMinutes(20));
        var joined = await guest.CallAsync("JoinSession", rest.Code, "Gus");
        for (var half = 0; half < 19; half++)
        {
            own.Time.Advance(TimeSpan.FromSeconds(30));
            await guest.CallAsync("Sync", 0);
        }

        var started = await rest.NextAsync(guest, "SessionChanged", TimeSpan.FromSeconds(30));

        Assert.Equal((rest.Code, "2026-03-11T08:30:00Z", "desk-break-3"), (next.Text("code"), next.Text("startsAt"), next.Text("routineId")));
        Assert.Equal("2026-03-11T08:30:00Z", joined.Text("startsAt"));
        Assert.Equal((1, "running"), (started.GetProperty("seq").GetInt32(), started.Text("phase")));
    }

    [Fact]
    public async Task Planned_ServerStartedAgain_StartsAllTheSame()
    {
        using var own = new Server();
        var rest = await TestLiveSession.OpenAsync(own, TestDay.WednesdayMorning.AddMinutes(5));
        var (waiting, _) = await rest.JoinAsync(rest.Host);
        await using var host = waiting;
        using var next = new TestServer { Clock = own.Time, Folder = own.Folder, Settings = { [TestLiveSession.Fast.Key] = "1" } };
        using var visitor = next.CreateVisitor();
        own.Time.Advance(TimeSpan.FromMinutes(5));

        var phase = "lobby";
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (phase == "lobby" && !timeout.IsCancellationRequested)
        {
            own.Time.Advance(TimeSpan.Zero);
            phase = (await visitor.ReadAsync($"/api/sessions/{rest.Code}")).Text("phase");
        }

        Assert.Equal("running", phase);
    }

    [Fact]
    public async Task ServerStartedAgain_MidBreak_EverybodyIsBackInStep()
    {
        using var own = new Server();
        var rest = await TestLiveSession.OpenAsync(own);
        var (host, hosting) = await rest.JoinAsync(rest.Host);
        await using var first = host;
        var (guest, joined) = await rest.JoinAsync(null, "Gus");
        await using var second = guest;
        await host.CallAsync("StartSession", rest.Code);
        own.Time.Advance(TestLiveSession.TotalOf(hosting) / 2);

        using var next = new TestServer { Clock = own.Time, Folder = own.Folder, Settings = { [TestLiveSession.Fast.Key] = TestLiveSession.Fast.Value } };
        await using var again = await next.ConnectAsync();
        var back = await again.CallAsync("RejoinSession", rest.Code, joined.Text("seat"));
        await using var hostAgain = await next.ConnectAsync(rest.Host);
        await hostAgain.CallAsync("RejoinSession", rest.Code, null);
        var end = await rest.On(next).NextAsync(again, "SessionChanged", TestLiveSession.TotalOf(hosting) / 2);

        Assert.Equal((joined.Text("participantId"), 1, "running"), (back.Text("participantId"), back.GetProperty("seq").GetInt32(), back.Text("phase")));
        Assert.Equal((2, "finished"), (end.GetProperty("seq").GetInt32(), end.Text("phase")));
    }

    [Fact]
    public async Task Steps_OfADiscInjury_AreOwnAndGentle_AndNobodyElseIsTold()
    {
        var rest = await TestLiveSession.OpenAsync(_server);
        var ben = await rest.MemberAsync("Ben");
        using var answer = await ben.Browser.PutAsJsonAsync("/api/safety", new { discInjury = true });
        Assert.True(answer.IsSuccessStatusCode);

        var (member, joined) = await rest.JoinAsync(ben);
        await using var first = member;
        var (host, hosting) = await rest.JoinAsync(rest.Host);
        await using var second = host;

        Assert.Equal(Total(joined.GetProperty("steps")), Total(joined.GetProperty("ownSteps")));
        Assert.NotEqual(joined.GetProperty("steps")[0].Text("exercise"), joined.GetProperty("ownSteps")[0].Text("exercise"));
        Assert.False(hosting.TryGetProperty("ownSteps", out _));
    }

    [Theory]
    [InlineData("seated")]
    [InlineData("gentle")]
    [InlineData("desk")]
    public async Task Steps_OfAVariant_FillTheRoomsTime(string variant)
    {
        var rest = await TestLiveSession.OpenAsync(_server);
        using var visitor = _server.CreateVisitor();

        var room = await visitor.ReadAsync($"/api/sessions/{rest.Code}/steps");
        var own = await visitor.ReadAsync($"/api/sessions/{rest.Code}/steps?variant={variant}");

        Assert.Equal(Total(room), Total(own));
    }

    [Theory]
    [InlineData("2026-03-10T21:30:00Z", "week-1-seated-a")]
    [InlineData("2026-03-11T12:59:59Z", "week-1-seated-a")]
    [InlineData("2026-03-11T13:00:00Z", "week-1-seated-b")]
    public async Task Steps_InSydney_AreThoseOfTheDayThere(string instant, string routine)
    {
        using var server = new TestServer { Clock = new CorrectableClock(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture)) };
        var organiser = await server.RegisterAsync("Ann", "Australia/Sydney");
        var wish = TestChallenge.Request(startsOn: "2026-03-11");
        wish["timeZone"] = "Australia/Sydney";
        using var made = await organiser.Browser.PostAsJsonAsync("/api/challenges", wish);
        var challenge = await made.ReadAsync();
        var rest = await TestLiveSession.OpenAsync(server, new TestChallenge(organiser, challenge.Text("id"), challenge.Text("code")));

        var steps = await organiser.Browser.ReadAsync($"/api/sessions/{rest.Code}/steps?variant=seated");

        var catalogue = server.Services.GetRequiredService<RoutineCatalogue>();
        Assert.Equal(
            new SessionSteps(catalogue).Fitted(catalogue.Find(routine)!, [Total(steps)]).Select(step => step.Exercise),
            steps.EnumerateArray().Select(step => step.Text("exercise")));
    }

    [Fact]
    public async Task Create_BadInput_IsRefusedWithTheField()
    {
        var rest = await TestLiveSession.OpenAsync(_server);
        var (id, browser) = (rest.Challenge.Id, rest.Host.Browser);
        using var nothing = await browser.PostAsJsonAsync("/api/sessions", new { });
        using var past = await browser.PostAsJsonAsync("/api/sessions", new { challengeId = id, routineId = "gentle", startsAt = "2026-03-11T07:00:00Z" });
        using var routine = await browser.PostAsJsonAsync("/api/sessions", new { challengeId = id, routineId = "nothing" });
        using var stranger = await (await _server.RegisterAsync("Eve")).Browser.PostAsJsonAsync("/api/sessions", new { challengeId = id, routineId = "gentle" });
        using var variant = await browser.GetAsync($"/api/sessions/{rest.Code}/steps?variant=fast");

        await nothing.ReadProblemAsync(HttpStatusCode.BadRequest, "invalid-request", "challengeId", "routineId");
        await past.ReadProblemAsync(HttpStatusCode.BadRequest, "starts-in-the-past", "startsAt");
        await routine.ReadProblemAsync(HttpStatusCode.NotFound, "unknown-routine", "routineId");
        await stranger.ReadProblemAsync(HttpStatusCode.NotFound, "unknown-challenge", "challengeId");
        await variant.ReadProblemAsync(HttpStatusCode.BadRequest, "invalid-request", "variant");
    }

    [Fact]
    public async Task Get_IsOpenToWhoHasTheCode()
    {
        var rest = await TestLiveSession.OpenAsync(_server);
        var (guest, _) = await rest.JoinAsync(null, "Gus");
        await using var screen = guest;

        var view = await _server.CreateVisitor().ReadAsync($"/api/sessions/{rest.Code.ToLowerInvariant()}");

        Assert.Equal((rest.Id, rest.Code, "lobby", "Ann", 1, JsonValueKind.Null),
            (view.Text("id"), view.Text("code"), view.Text("phase"), view.Text("host"), view.GetProperty("participants").GetInt32(), view.GetProperty("startsAt").ValueKind));
    }

    private static long Total(JsonElement steps) => steps.EnumerateArray().Sum(step => step.GetProperty("ms").GetInt64());

    public sealed class Server : WednesdayServer
    {
        public Server() => Settings[TestLiveSession.Fast.Key] = TestLiveSession.Fast.Value;
    }
}
