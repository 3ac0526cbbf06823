using System.Net;
using System.Net.Http.Json;
using System.Text;
using StretchChallenge.Server.Results;
using StretchChallenge.Server.Tests.Fixture;

namespace StretchChallenge.Server.Tests.Results;

/// <summary>Corrections, the audit log, participation, exports, cancelling and the next season over HTTP.</summary>
public sealed class ResultsTests(WednesdayServer server) : IClassFixture<WednesdayServer>
{
    private readonly WednesdayServer _server = server;

    [Fact]
    public async Task Correct_ADay_IsSeenByThePersonAndInTheLog()
    {
        var (challenge, ben) = await StartAsync();

        using var response = await CorrectAsync(challenge, ben.Id, TestDay.Wednesday, reason: "  Was at the\u00A0fair ");

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        var progress = await ben.Browser.ReadAsync($"/api/progress?challenge={challenge.Id}");
        var corrected = Assert.Single(progress.GetProperty("corrections").EnumerateArray());
        Assert.Equal((TestDay.Wednesday, "Was at the fair"), (corrected.Text("date"), corrected.Text("reason")));
        Assert.Equal(1, progress.GetProperty("best").GetInt32());
        var line = (await challenge.Organiser.Browser.ReadAsync($"{challenge.Path}/audit"))[0];
        Assert.Equal(("dayCorrected", "Ann", "Ben"), (line.Text("action"), line.GetProperty("actor").Text("name"), line.GetProperty("subject").Text("name")));
        Assert.Equal((TestDay.Wednesday, "Was at the fair"), (line.GetProperty("detail").Text("date"), line.GetProperty("detail").Text("reason")));
        Assert.Empty((await challenge.Organiser.Browser.ReadAsync($"{challenge.Path}/audit?after={line.Text("id")}")).EnumerateArray());
    }

    [Theory]
    [InlineData("""{"userId":"u","date":"2026-03-09","done":true}""", "reason")]
    [InlineData("""{"userId":"u","date":"2026-03-09","done":true,"reason":" x "}""", "reason")]
    [InlineData("""{"userId":"u","done":true,"reason":"Was here"}""", "date")]
    [InlineData("""{"userId":"u","date":"2026-03-09","reason":"Was here"}""", "done")]
    [InlineData("""{"date":"2026-03-09","done":true,"reason":"Was here"}""", "userId")]
    public async Task Correct_WithAFieldMissing_IsRefused(string body, string field)
    {
        var (challenge, _) = await StartAsync();

        using var response = await challenge.Organiser.Browser.PostTextAsync($"{challenge.Path}/corrections", body);

        await response.ReadProblemAsync(HttpStatusCode.BadRequest, "invalid-request", field);
    }

    [Fact]
    public async Task Correct_OutOfBounds_IsRefused()
    {
        var (challenge, ben) = await StartAsync();
        var elsewhere = await TestChallenge.CreateAsync(ben, TestDay.Monday);

        using var ahead = await CorrectAsync(challenge, ben.Id, "2026-03-12");
        await ahead.ReadProblemAsync(HttpStatusCode.BadRequest, "day-not-correctable", "date");
        using var before = await CorrectAsync(challenge, ben.Id, "2026-03-08");
        await before.ReadProblemAsync(HttpStatusCode.BadRequest, "day-not-correctable", "date");
        using var longReason = await CorrectAsync(challenge, ben.Id, TestDay.Wednesday, new string('x', 201));
        await longReason.ReadProblemAsync(HttpStatusCode.BadRequest, "invalid-request", "reason");
        using var ofAnother = await ben.Browser.PostAsJsonAsync(
            $"{challenge.Path}/corrections", new { userId = ben.Id, date = TestDay.Wednesday, done = true, reason = "Mine" });
        await ofAnother.ReadProblemAsync(HttpStatusCode.Forbidden, "organisers-only");
        using var notThere = await CorrectAsync(elsewhere with { Organiser = ben }, challenge.Organiser.Id, TestDay.Monday);
        await notThere.ReadProblemAsync(HttpStatusCode.NotFound, "unknown-member");
    }

    [Fact]
    public async Task Correct_EndsSeventyTwoHoursAfterClosing()
    {
        using var later = new WednesdayServer();
        var challenge = await TestChallenge.CreateAsync(await later.RegisterAsync(), TestDay.Monday);
        // The last day is 3 May; noon of 4 May in Berlin is 10:00 UTC.
        later.Time.SetUtcNow(new DateTimeOffset(2026, 5, 7, 9, 59, 59, TimeSpan.Zero));
        var organiser = await challenge.Organiser.SignInAsync(later);
        challenge = challenge with { Organiser = organiser };

        using var inTime = await CorrectAsync(challenge, organiser.Id, TestDay.Wednesday);
        Assert.Equal(HttpStatusCode.NoContent, inTime.StatusCode);
        Assert.Equal("2026-05-07T10:00:00Z", (await organiser.Browser.ReadAsync(challenge.Path)).Text("finalAt"));
        later.Time.Advance(TimeSpan.FromSeconds(1));
        using var tooLate = await CorrectAsync(challenge, organiser.Id, TestDay.Wednesday);
        await tooLate.ReadProblemAsync(HttpStatusCode.Conflict, "results-final");
    }

    [Fact]
    public async Task Exports_EqualTheBoards()
    {
        var (challenge, ben) = await StartAsync();
        using var named = await ben.Browser.PutAsJsonAsync("/api/account", new { showName = true });
        var evil = await _server.RegisterAsync("=HYPERLINK(\"x\")");
        await challenge.JoinAsync(evil, "Blue");
        await ben.DoRoutineAsync(_server.Time);
        using var left = await evil.Browser.PostAsync($"{challenge.Path}/leave", null);
        var organiser = challenge.Organiser.Browser;

        var people = await ReadCsvAsync(organiser, $"{challenge.Path}/export.csv");
        var teams = await ReadCsvAsync(organiser, $"{challenge.Path}/export.csv?of=teams");
        var both = await organiser.ReadAsync($"{challenge.Path}/export.json");

        var board = (await organiser.ReadAsync($"{challenge.Path}/standings/personConsistency")).GetProperty("rows")[0];
        var streaks = (await organiser.ReadAsync($"{challenge.Path}/standings/personStreak")).GetProperty("rows")[0];
        Assert.StartsWith("id,name,email,team,role,joined,left,percent,streak,best", people[0], StringComparison.Ordinal);
        Assert.Contains(
            string.Join(
                ',', ben.Id, "Ben", ben.Email, "Blue", "participant", TestDay.Wednesday, "", board.GetProperty("percent"),
                board.GetProperty("streak"), board.GetProperty("best"), board.GetProperty("rank"), streaks.GetProperty("rank")),
            people);
        Assert.Contains(people, line => line.StartsWith($"{evil.Id},\"'=HYPERLINK(\"\"x\"\")\",{evil.Email},", StringComparison.Ordinal)
            && line.EndsWith(",participant,2026-03-11,2026-03-11,,,,,", StringComparison.Ordinal));
        Assert.Contains(people, line => line.StartsWith($"{challenge.Organiser.Id},Ann,", StringComparison.Ordinal)
            && line.EndsWith(",,,,,", StringComparison.Ordinal));
        var blue = (await organiser.ReadAsync($"{challenge.Path}/standings/teamPoints")).GetProperty("rows")[0];
        Assert.Equal(
            [
                "id,name,members,streak,best,points,streakRank,pointsRank",
                $"{blue.Text("id")},Blue,1,{blue.GetProperty("streak")},{blue.GetProperty("best")},{blue.GetProperty("points")},,",
            ],
            teams);
        Assert.Equal(3, both.GetProperty("people").GetArrayLength());
        Assert.Equal("Blue", both.GetProperty("teams")[0].Text("name"));
        using var unknown = await organiser.GetAsync($"{challenge.Path}/export.csv?of=all");
        await unknown.ReadProblemAsync(HttpStatusCode.BadRequest, "invalid-request", "of");
    }

    [Fact]
    public async Task Exports_OfAClosedTeam_NameIt()
    {
        var (challenge, ben) = await StartAsync();
        await ben.DoRoutineAsync(_server.Time);
        var team = (await ben.Browser.ReadAsync(challenge.Path)).Text("ownTeam");
        using var removed = await challenge.Organiser.Browser.DeleteAsync($"{challenge.Path}/teams/{team}");

        var people = await ReadCsvAsync(challenge.Organiser.Browser, $"{challenge.Path}/export.csv");
        var json = await challenge.Organiser.Browser.ReadAsync($"{challenge.Path}/export.json");

        Assert.Contains(people, line => line.StartsWith($"{ben.Id},Ben,{ben.Email},Blue,", StringComparison.Ordinal));
        Assert.Contains(json.GetProperty("people").EnumerateArray(), person => person.Text("id") == ben.Id && person.Text("team") == "Blue");
    }

    [Fact]
    public async Task Corrections_AreListed_AndTakenBack()
    {
        var (challenge, ben) = await StartAsync();
        using var made = await CorrectAsync(challenge, ben.Id, TestDay.Wednesday, reason: "Was at the fair");
        var organiser = challenge.Organiser.Browser;
        var path = $"{challenge.Path}/corrections";

        var line = Assert.Single((await organiser.ReadAsync(path)).EnumerateArray());
        Assert.Equal(
            (ben.Id, "Ben", TestDay.Wednesday, true, "Was at the fair"),
            (line.Text("userId"), line.Text("name"), line.Text("date"), line.GetProperty("done").GetBoolean(), line.Text("reason")));
        using var byBen = await ben.Browser.DeleteAsync($"{path}/{ben.Id}/{TestDay.Wednesday}");
        await byBen.ReadProblemAsync(HttpStatusCode.Forbidden, "organisers-only");
        using var noDate = await organiser.DeleteAsync($"{path}/{ben.Id}/tomorrow");
        Assert.Equal(HttpStatusCode.BadRequest, noDate.StatusCode);
        // Entries of one instant stand in no order.
        _server.Time.Advance(TimeSpan.FromSeconds(1));
        using var withdrawn = await organiser.DeleteAsync($"{path}/{ben.Id}/{TestDay.Wednesday}");
        using var again = await organiser.DeleteAsync($"{path}/{ben.Id}/{TestDay.Wednesday}");

        Assert.Equal(HttpStatusCode.NoContent, withdrawn.StatusCode);
        await again.ReadProblemAsync(HttpStatusCode.NotFound, "unknown-correction");
        Assert.Empty((await organiser.ReadAsync(path)).EnumerateArray());
        Assert.Equal(0, (await ben.Browser.ReadAsync($"/api/progress?challenge={challenge.Id}")).GetProperty("best").GetInt32());
        Assert.Equal("correctionWithdrawn", (await organiser.ReadAsync($"{challenge.Path}/audit"))[0].Text("action"));
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+49", "'+49")]
    [InlineData("-x", "'-x")]
    [InlineData("@here", "'@here")]
    [InlineData("\tx", "'\tx")]
    [InlineData("a\nb", "\"a\nb\"")]
    [InlineData("\r=x", "\"'\r=x\"")]
    [InlineData("a \"b\", c", "\"a \"\"b\"\", c\"")]
    [InlineData("Zoë", "Zoë")]
    public void LineOf_ATextThatSpreadsheetsTakeForMore_IsDefused(string text, string cell) =>
        Assert.Equal($"{cell},-1\r\n", CsvText.LineOf([text, -1]));

    [Fact]
    public async Task Cancel_IsSeenByEverybody_AndNothingCountsAnyMore()
    {
        var (challenge, ben) = await StartAsync();
        var planned = await PlanBreakAsync(challenge);

        using var response = await challenge.Organiser.Browser.PostAsync($"{challenge.Path}/cancel", null);
        _server.Time.Advance(TimeSpan.FromSeconds(1));
        var done = await ben.DoRoutineAsync(_server.Time);

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.True(done.GetProperty("credited").GetBoolean());
        Assert.Equal("cancelled", (await ben.Browser.ReadAsync(challenge.Path)).Text("state"));
        var today = await ben.Browser.ReadAsync("/api/today");
        Assert.Equal("cancelled", today.GetProperty("challenges")[0].Text("state"));
        Assert.Equal("null", today.GetProperty("nextSession").GetRawText());
        Assert.Equal(0, (await ben.Browser.ReadAsync($"/api/progress?challenge={challenge.Id}")).GetProperty("best").GetInt32());
        Assert.Equal("cancelled", (await ben.Browser.ReadAsync($"/api/sessions/{planned}")).Text("phase"));
        using var another = await challenge.Organiser.Browser.PostAsJsonAsync("/api/sessions", new { challengeId = challenge.Id, routineId = "desk-break-3" });
        await another.ReadProblemAsync(HttpStatusCode.Conflict, "challenge-over");
        using var again = await challenge.Organiser.Browser.PostAsync($"{challenge.Path}/cancel", null);
        await again.ReadProblemAsync(HttpStatusCode.Conflict, "challenge-over");
    }

    [Fact]
    public async Task Copy_IsOfferedToWhoWasThere_UntilTheyJoin()
    {
        var (challenge, ben) = await StartAsync();
        using var made = await challenge.Organiser.Browser.PostAsJsonAsync($"{challenge.Path}/copy", new { name = "Summer", startsOn = "2026-05-11" });
        var created = await made.ReadAsync();

        var offered = Assert.Single((await ben.Browser.ReadAsync("/api/challenges/seasons")).EnumerateArray());
        Assert.Equal(
            (created.Text("id"), created.Text("code"), challenge.Id, "Blue"),
            (offered.Text("id"), offered.Text("code"), offered.Text("follows"), offered.Text("teamName")));
        using var joined = await ben.Browser.PostAsJsonAsync("/api/challenges/join", new { code = offered.Text("code"), team = offered.Text("teamId") });

        Assert.Equal(offered.Text("teamId"), (await joined.ReadAsync()).Text("ownTeam"));
        Assert.Empty((await ben.Browser.ReadAsync("/api/challenges/seasons")).EnumerateArray());
        Assert.Empty((await (await _server.RegisterAsync("Eve")).Browser.ReadAsync("/api/challenges/seasons")).EnumerateArray());
        using var nameless = await challenge.Organiser.Browser.PostAsJsonAsync($"{challenge.Path}/copy", new { });
        await nameless.ReadProblemAsync(HttpStatusCode.BadRequest, "invalid-request", "name", "startsOn");
    }

    private async Task<(TestChallenge Challenge, TestPerson Ben)> StartAsync()
    {
        var challenge = await TestChallenge.CreateAsync(await _server.RegisterAsync(), TestDay.Monday);
        var ben = await _server.RegisterAsync("Ben");
        await challenge.AddTeamAsync("Blue");
        await challenge.JoinAsync(ben, "Blue");
        return (challenge, ben);
    }

    private static Task<HttpResponseMessage> CorrectAsync(TestChallenge challenge, string userId, string date, string reason = "Was here") =>
        challenge.Organiser.Browser.PostAsJsonAsync($"{challenge.Path}/corrections", new { userId, date, done = true, reason });

    private static async Task<string> PlanBreakAsync(TestChallenge challenge)
    {
        using var response = await challenge.Organiser.Browser.PostAsJsonAsync(
            "/api/sessions", new { challengeId = challenge.Id, routineId = "desk-break-3", startsAt = "2026-03-12T09:00:00Z" });
        return (await response.ReadAsync()).Text("code");
    }

    private static async Task<string[]> ReadCsvAsync(HttpClient browser, string path)
    {
        using var response = await browser.GetAsync(path);
        Assert.Equal("text/csv", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("attachment", response.Content.Headers.ContentDisposition?.DispositionType);
        var bytes = await response.Content.ReadAsByteArrayAsync();
        Assert.Equal(Encoding.UTF8.GetPreamble(), bytes[..3]);
        return Encoding.UTF8.GetString(bytes[3..]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
    }
}
