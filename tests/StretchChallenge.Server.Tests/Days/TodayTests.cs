using System.Net;
using System.Net.Http.Json;
using StretchChallenge.Server.Tests.Fixture;

namespace StretchChallenge.Server.Tests.Days;

public sealed class TodayTests(WednesdayServer server) : IClassFixture<WednesdayServer>
{
    private readonly WednesdayServer _server = server;

    [Fact]
    public async Task Today_OfANewcomer_HasARoutineAndNoChallenge()
    {
        var today = await (await _server.RegisterAsync()).Browser.ReadAsync("/api/today");

        Assert.Equal(TestDay.Wednesday, today.Text("date"));
        Assert.Equal("Europe/Berlin", today.Text("zone"));
        Assert.StartsWith("week-1-desk-", today.GetProperty("routine").Text("desk"), StringComparison.Ordinal);
        Assert.Empty(today.GetProperty("challenges").EnumerateArray());
    }

    [Fact]
    public async Task Today_InAChallenge_HasItsRoutinesAndWhatTheyAre()
    {
        var ann = await _server.RegisterAsync();
        await TestChallenge.CreateAsync(ann, TestDay.Monday);

        var today = await ann.Browser.ReadAsync("/api/today");
        var tomorrow = await ann.Browser.ReadAsync("/api/today?date=2026-03-12");

        Assert.Equal("""{"desk":"week-1-desk-a","mat":"week-1-mat-a","seated":"week-1-seated-a"}""", today.GetProperty("routine").GetRawText());
        Assert.Equal("""{"desk":"week-1-desk-b","mat":"week-1-mat-b","seated":"week-1-seated-b"}""", tomorrow.GetProperty("routine").GetRawText());
        Assert.Equal(
            ["Week 1, at the desk", "Week 1, on the mat", "Week 1, seated"],
            today.GetProperty("routines").EnumerateArray().Select(routine => routine.Text("name")));
    }

    [Fact]
    [Trait("Category", "Faults")]
    public async Task Today_OfSomebodyInAnotherZone_NamesBothZones()
    {
        var challenge = await TestChallenge.CreateAsync(await _server.RegisterAsync(), TestDay.Monday);
        var ben = await _server.RegisterAsync("Ben", "UTC");
        await challenge.JoinAsync(ben);

        var today = await ben.Browser.ReadAsync("/api/today");

        Assert.Equal("UTC", today.Text("zone"));
        Assert.Equal("Europe/Berlin", Assert.Single(today.GetProperty("challenges").EnumerateArray()).Text("timeZone"));
    }

    [Fact]
    public async Task Today_InTwoChallenges_FollowsTheOneThatBeganFirst()
    {
        var ann = await _server.RegisterAsync();
        await TestChallenge.CreateAsync(ann, TestDay.Wednesday);
        await TestChallenge.CreateAsync(ann, "2026-03-04");

        var today = await ann.Browser.ReadAsync("/api/today");

        Assert.Equal("week-2-desk-b", today.GetProperty("routine").Text("desk"));
    }

    [Fact]
    public async Task Today_WithADiscInjury_HasTheGentleRoutines_UntilTheAnswerChanges()
    {
        var ann = await _server.RegisterAsync();
        await _server.AnswerSafetyAsync(ann, discInjury: true);
        var injured = await ann.Browser.ReadAsync("/api/today");
        await _server.AnswerSafetyAsync(ann, discInjury: false);
        var healthy = await ann.Browser.ReadAsync("/api/today");

        Assert.Equal("""{"desk":"gentle-desk","mat":"gentle","seated":"gentle-desk"}""", injured.GetProperty("routine").GetRawText());
        Assert.Equal(["gentle-desk", "gentle"], injured.GetProperty("routines").EnumerateArray().Select(routine => routine.Text("id")));
        Assert.StartsWith("week-1-", healthy.GetProperty("routine").Text("desk"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Today_TheDayAfterAMissedOne_OffersToReportItAndSaysUntilWhen()
    {
        using var later = new WednesdayServer();
        var ann = await later.RegisterAsync();
        await TestChallenge.CreateAsync(ann, TestDay.Monday);
        await ann.DoRoutineAsync(later.Time);
        later.Time.Advance(TimeSpan.FromDays(2));

        var today = await ann.Browser.ReadAsync("/api/today");

        var challenge = Assert.Single(today.GetProperty("challenges").EnumerateArray());
        Assert.Equal("2026-03-12", challenge.Text("reportable"));
        Assert.Equal("2026-03-13T11:00:00Z", challenge.Text("safeUntil"));
        Assert.Equal("pending", challenge.Text("today"));
        Assert.Equal(1, challenge.GetProperty("streak").GetInt32());
        Assert.Equal(
            ["off", "off", "done", "pending", "pending"],
            challenge.GetProperty("days").EnumerateArray().Select(day => day.Text("state")));
    }

    [Theory]
    [InlineData("2026-03-10", HttpStatusCode.OK)]
    [InlineData("1999-01-01", HttpStatusCode.BadRequest)]
    [InlineData("soon", HttpStatusCode.BadRequest)]
    public async Task Today_OfAnotherDate_IsThatDate(string date, HttpStatusCode status)
    {
        var ann = await _server.RegisterAsync();

        using var response = await ann.Browser.GetAsync($"/api/today?date={date}");

        Assert.Equal(status, response.StatusCode);
    }

    [Fact]
    public async Task Progress_HasEightWeeksOfSevenDays()
    {
        var ann = await _server.RegisterAsync();
        var challenge = await TestChallenge.CreateAsync(ann, TestDay.Monday);
        await ann.DoRoutineAsync(_server.Time);

        var progress = await ann.Browser.ReadAsync($"/api/progress?challenge={challenge.Id}");

        var weeks = progress.GetProperty("weeks").EnumerateArray().ToArray();
        Assert.Equal(8, weeks.Length);
        Assert.All(weeks, week => Assert.Equal(7, week.GetProperty("days").GetArrayLength()));
        Assert.Equal([15, 20, 20, 25, 25, 30, 30, 30], weeks.Select(week => week.GetProperty("holdSeconds").GetInt32()));
        Assert.Equal(1, progress.GetProperty("ring").GetProperty("done").GetInt32());
        Assert.Equal("done", weeks[0].GetProperty("days")[2].Text("state"));
    }

    [Theory]
    [InlineData("/api/progress", HttpStatusCode.BadRequest)]
    [InlineData("/api/progress?challenge=nothing", HttpStatusCode.NotFound)]
    public async Task Progress_WithoutAChallengeOfMine_IsRefused(string path, HttpStatusCode status)
    {
        var ann = await _server.RegisterAsync();

        using var response = await ann.Browser.GetAsync(path);

        Assert.Equal(status, response.StatusCode);
    }

    [Fact, Trait("Category", "Faults")]
    public async Task TimeOff_MakesDaysOff_UntilItIsTakenBack()
    {
        var ann = await _server.RegisterAsync();
        await TestChallenge.CreateAsync(ann, TestDay.Monday);

        using var added = await ann.Browser.PostAsJsonAsync("/api/time-off", new { from = TestDay.Wednesday, to = "2026-03-13" });
        var id = (await added.ReadAsync()).Text("id");
        var off = await TomorrowAsync();
        var listed = await ann.Browser.ReadAsync("/api/time-off");
        using var removed = await ann.Browser.DeleteAsync($"/api/time-off/{id}");
        var left = await ann.Browser.ReadAsync("/api/time-off");

        Assert.Equal(("off", "off"), off);
        Assert.Equal($$"""[{"id":"{{id}}","from":"2026-03-11","to":"2026-03-13"}]""", listed.GetRawText());
        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        Assert.Equal($$"""[{"id":"{{id}}","from":"2026-03-11","to":"2026-03-11"}]""", left.GetRawText());
        Assert.Equal(("off", "ahead"), await TomorrowAsync());

        async Task<(string Today, string Tomorrow)> TomorrowAsync()
        {
            var challenge = (await ann.Browser.ReadAsync("/api/today?date=2026-03-12")).GetProperty("challenges")[0];
            return (challenge.Text("today"), challenge.GetProperty("days").EnumerateArray().Last().Text("state"));
        }
    }

    [Fact, Trait("Category", "Faults")]
    public async Task Days_SayWhenThePersonJoined()
    {
        var challenge = await TestChallenge.CreateAsync(await _server.RegisterAsync(), TestDay.Monday);
        var ben = await _server.RegisterAsync("Ben");
        await challenge.JoinAsync(ben);

        var today = await ben.Browser.ReadAsync("/api/today");
        var progress = await ben.Browser.ReadAsync($"/api/progress?challenge={challenge.Id}");

        Assert.Equal(TestDay.Wednesday, today.GetProperty("challenges")[0].Text("joinedOn"));
        Assert.Equal(TestDay.Wednesday, progress.Text("joinedOn"));
    }

    [Theory]
    [InlineData("""{"from":"2026-03-13","to":"2026-03-12"}""", HttpStatusCode.BadRequest, "impossible-range", "to")]
    [InlineData("""{"from":"2026-03-01","to":"2026-03-02"}""", HttpStatusCode.BadRequest, "too-far-back", "from")]
    [InlineData("""{"from":"2026-03-12"}""", HttpStatusCode.BadRequest, "invalid-request", "to")]
    [InlineData("""{"from":"2026-03-12","to":"2199-12-31"}""", HttpStatusCode.BadRequest, "impossible-range", "to")]
    [InlineData("""{"from":"2026-03-12","to":"9999-12-31"}""", HttpStatusCode.BadRequest, "malformed-request", "to")]
    public async Task TimeOff_OutOfBounds_NamesTheField(string body, HttpStatusCode status, string code, string field)
    {
        var ann = await _server.RegisterAsync();

        using var response = await ann.Browser.PostTextAsync("/api/time-off", body);

        await response.ReadProblemAsync(status, code, field);
    }

    [Fact]
    public async Task TimeOff_OfSomebodyElse_IsNotFound()
    {
        var ann = await _server.RegisterAsync();
        using var added = await ann.Browser.PostAsJsonAsync("/api/time-off", new { from = TestDay.Wednesday, to = TestDay.Wednesday });
        var ben = await _server.RegisterAsync("Ben");

        using var response = await ben.Browser.DeleteAsync($"/api/time-off/{(await added.ReadAsync()).Text("id")}");

        await response.ReadProblemAsync(HttpStatusCode.NotFound, "unknown-time-off");
    }
}
