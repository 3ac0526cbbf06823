using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.Time.Testing;
using StretchChallenge.Server.Tests.Fixture;

namespace StretchChallenge.Server.Tests.Days;

public sealed class CheckInTests(WednesdayServer server) : IClassFixture<WednesdayServer>
{
    private readonly WednesdayServer _server = server;
    private readonly FakeTimeProvider _clock = server.Time;

    [Fact]
    public async Task CheckIn_AfterTheRoutine_CreditsTheDayInEveryChallenge()
    {
        var ann = await _server.RegisterAsync();
        var challenge = await TestChallenge.CreateAsync(ann, TestDay.Monday);

        var answer = await ann.DoRoutineAsync(_clock);

        Assert.Equal(TestDay.Wednesday, answer.Text("date"));
        Assert.True(answer.GetProperty("credited").GetBoolean());
        Assert.Equal("guided", answer.Text("kind"));
        var streak = Assert.Single(answer.GetProperty("streaks").EnumerateArray());
        Assert.Equal(challenge.Id, streak.Text("challengeId"));
        Assert.Equal(1, streak.GetProperty("streak").GetInt32());
    }

    [Fact]
    public async Task CheckIn_SecondRoutineOfTheDay_AddsMinutesOnly()
    {
        var ann = await _server.RegisterAsync();
        await ann.DoRoutineAsync(_clock);

        var answer = await ann.DoRoutineAsync(_clock);

        Assert.False(answer.GetProperty("credited").GetBoolean());
    }

    [Fact]
    public async Task CheckIn_TooEarly_SaysFromWhenOn()
    {
        var ann = await _server.RegisterAsync();
        var run = await ann.StartRunAsync();

        using var response = await ann.CheckInAsync(run.Text("run"), "c1");

        await response.ReadProblemAsync(HttpStatusCode.Conflict, "too-early");
        Assert.False((await ann.Browser.ReadAsync("/api/today")).GetProperty("done").GetBoolean());
    }

    [Fact]
    public async Task CheckIn_AtTheEarliestCompletion_IsAccepted()
    {
        var ann = await _server.RegisterAsync();
        var run = await ann.StartRunAsync();
        _clock.SetUtcNow(run.GetProperty("earliestCompletion").GetDateTimeOffset());

        using var response = await ann.CheckInAsync(run.Text("run"), "c1");

        Assert.True((await response.ReadAsync()).GetProperty("credited").GetBoolean());
    }

    [Fact]
    public async Task CheckIn_SameCommandAgain_GetsTheFirstAnswer()
    {
        var ann = await _server.RegisterAsync();
        var run = await FinishedRunAsync(ann);

        using var first = await ann.CheckInAsync(run, "c1");
        using var again = await ann.CheckInAsync(run, "c1");

        Assert.Equal((await first.ReadAsync()).ToString(), (await again.ReadAsync()).ToString());
    }

    [Fact]
    public async Task CheckIn_SameCommandForSomethingElse_IsRefused()
    {
        var ann = await _server.RegisterAsync();
        using var first = await ann.CheckInAsync(await FinishedRunAsync(ann), "c1");

        using var other = await ann.CheckInAsync(await FinishedRunAsync(ann), "c1");

        await first.ReadAsync();
        await other.ReadProblemAsync(HttpStatusCode.Conflict, "command-reused");
    }

    [Fact]
    public async Task CheckIn_SameRunUnderAnotherCommand_IsRefused()
    {
        var ann = await _server.RegisterAsync();
        var run = await FinishedRunAsync(ann);
        using var first = await ann.CheckInAsync(run, "c1");

        using var second = await ann.CheckInAsync(run, "c2");

        await first.ReadAsync();
        await second.ReadProblemAsync(HttpStatusCode.Conflict, "run-completed");
    }

    [Fact]
    public async Task CheckIn_AfterARestart_CompletesTheRun()
    {
        using var own = new WednesdayServer();
        var ann = await own.RegisterAsync();
        var run = await FinishedRunAsync(ann, own.Time);
        var cookie = ann.Cookies.Header;
        using var restarted = new TestServer { Clock = own.Time, Folder = own.Folder };
        var browser = restarted.CreateVisitor();
        browser.DefaultRequestHeaders.Add("Cookie", cookie);

        using var response = await (ann with { Browser = browser }).CheckInAsync(run, "c1");

        Assert.True((await response.ReadAsync()).GetProperty("credited").GetBoolean());
    }

    [Fact]
    public async Task CheckIn_WithSomebodyElsesRun_IsRefused()
    {
        var run = await FinishedRunAsync(await _server.RegisterAsync());
        var ben = await _server.RegisterAsync("Ben");

        using var response = await ben.CheckInAsync(run, "c1");

        await response.ReadProblemAsync(HttpStatusCode.BadRequest, "unknown-run", "run");
    }

    [Theory]
    [InlineData("""{"commandId":"c1"}""", "invalid-request", "run")]
    [InlineData("""{"commandId":"c1","run":"x","reportFor":"2026-03-10"}""", "invalid-request", "run")]
    [InlineData("""{"reportFor":"2026-03-10"}""", "invalid-request", "commandId")]
    [InlineData("""{"commandId":"c 1","reportFor":"2026-03-10"}""", "invalid-request", "commandId")]
    [InlineData("""{"commandId":"c1","reportFor":"2026-03-10","skipped":[0]}""", "invalid-request", "skipped")]
    [InlineData("""{"commandId":"c1","run":"made up"}""", "unknown-run", "run")]
    [InlineData("""{"commandId":"c1","reportFor":"2026-02-30"}""", "malformed-request", "reportFor")]
    [InlineData("""{"commandId":"c1","reportFor":"2026-03-10","mood":"good"}""", "malformed-request", "mood")]
    public async Task CheckIn_WithBadInput_NamesTheField(string body, string code, string field)
    {
        var ann = await _server.RegisterAsync();

        using var response = await ann.Browser.PostTextAsync("/api/check-ins", body);

        await response.ReadProblemAsync(HttpStatusCode.BadRequest, code, field);
    }

    [Fact]
    public async Task CheckIn_SkippingAStepThatDoesNotExist_NamesTheField()
    {
        var ann = await _server.RegisterAsync();
        var run = await FinishedRunAsync(ann);

        using var response = await ann.Browser.PostAsJsonAsync("/api/check-ins", new { commandId = "c1", run, skipped = new[] { 99 } });

        await response.ReadProblemAsync(HttpStatusCode.BadRequest, "invalid-request", "skipped");
    }

    [Fact]
    public async Task Report_OfYesterday_IsMarkedAsSelfReported()
    {
        using var own = new WednesdayServer();
        var ann = await own.RegisterAsync();
        await TestChallenge.CreateAsync(ann, TestDay.Monday);
        own.Time.Advance(TimeSpan.FromDays(1));

        using var response = await ann.Browser.PostAsJsonAsync("/api/check-ins", new { commandId = "c1", reportFor = TestDay.Wednesday });

        var answer = await response.ReadAsync();
        Assert.Equal("selfReported", answer.Text("kind"));
        Assert.Equal(TestDay.Wednesday, answer.Text("date"));
    }

    [Fact]
    public async Task Undo_TakesTheCreditBack_AndANewRoutineCreditsAgain()
    {
        var ann = await _server.RegisterAsync();
        var run = await FinishedRunAsync(ann);
        using var first = await ann.CheckInAsync(run, "c1");

        using var undone = await ann.Browser.DeleteAsync($"/api/check-ins/{TestDay.Wednesday}");
        using var repeated = await ann.CheckInAsync(run, "c1");
        var today = await ann.Browser.ReadAsync("/api/today");
        var again = await ann.DoRoutineAsync(_clock);

        Assert.Equal(HttpStatusCode.NoContent, undone.StatusCode);
        await repeated.ReadAsync();
        Assert.False(today.GetProperty("done").GetBoolean());
        Assert.True(again.GetProperty("credited").GetBoolean());
    }

    [Fact]
    public async Task Undo_OfNothing_IsNotFound()
    {
        var ann = await _server.RegisterAsync();

        using var response = await ann.Browser.DeleteAsync($"/api/check-ins/{TestDay.Wednesday}");

        await response.ReadProblemAsync(HttpStatusCode.NotFound, "nothing-to-undo");
    }

    private Task<string> FinishedRunAsync(TestPerson person) => FinishedRunAsync(person, _clock);

    private static async Task<string> FinishedRunAsync(TestPerson person, FakeTimeProvider clock)
    {
        var run = await person.StartRunAsync();
        clock.Advance(TimeSpan.FromSeconds(run.GetProperty("plannedSeconds").GetInt32()));
        return run.Text("run");
    }
}
