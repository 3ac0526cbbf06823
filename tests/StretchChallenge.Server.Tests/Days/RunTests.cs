using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using StretchChallenge.Server.Tests.Fixture;

namespace StretchChallenge.Server.Tests.Days;

public sealed class RunTests(WednesdayServer server) : IClassFixture<WednesdayServer>
{
    private readonly WednesdayServer _server = server;

    [Fact]
    public async Task Start_GivesStepsAndTheEarliestCompletion()
    {
        var run = await (await _server.RegisterAsync()).StartRunAsync();

        var planned = run.GetProperty("plannedSeconds").GetInt32();
        var steps = run.GetProperty("steps").EnumerateArray().ToArray();
        Assert.Equal(planned, steps.Sum(step => step.GetProperty("seconds").GetInt32()));
        Assert.All(steps, step => Assert.NotEmpty(step.GetProperty("instructions").EnumerateArray()));
        Assert.Equal(
            _server.Time.GetUtcNow().AddSeconds(planned * 0.8),
            run.GetProperty("earliestCompletion").GetDateTimeOffset());
    }

    [Theory]
    [InlineData("""{"routineId":"nothing"}""", HttpStatusCode.NotFound, "unknown-routine", "routineId")]
    [InlineData("""{}""", HttpStatusCode.BadRequest, "invalid-request", "routineId")]
    [InlineData("""{"routineId":"workplace","variant":"flying"}""", HttpStatusCode.BadRequest, "invalid-request", "variant")]
    [InlineData("""{"routineId":"workplace","variant":"Desk"}""", HttpStatusCode.BadRequest, "invalid-request", "variant")]
    [InlineData("""{"routineId":"workplace","variant":"seated"}""", HttpStatusCode.BadRequest, "invalid-request", "variant")]
    [InlineData("""{"routineId":"week-1-mat-a","variant":"desk"}""", HttpStatusCode.BadRequest, "invalid-request", "variant")]
    [InlineData("""{"routineId":"gentle","variant":"seated"}""", HttpStatusCode.BadRequest, "invalid-request", "variant")]
    public async Task Start_WithBadInput_NamesTheField(string body, HttpStatusCode status, string code, string field)
    {
        var ann = await _server.RegisterAsync();

        using var response = await ann.Browser.PostTextAsync("/api/runs", body);

        await response.ReadProblemAsync(status, code, field);
    }

    [Theory]
    [InlineData("week-3-desk-b", "desk")]
    [InlineData("week-3-desk-b", "mat")]
    [InlineData("week-8-seated-a", "seated")]
    [InlineData("seven-soothing", null)]
    public async Task Start_OfferedVariant_GivesTheRoutine(string routine, string? variant)
    {
        var run = await StartAsync(await _server.RegisterAsync(), routine, variant);

        Assert.Equal(routine, run.Text("routineId"));
    }

    [Theory]
    [InlineData("week-1-mat-a", "mat", "gentle")]
    [InlineData("week-1-desk-a", "desk", "gentle-desk")]
    [InlineData("week-1-desk-a", "mat", "gentle")]
    [InlineData("week-1-seated-b", "seated", "gentle-desk")]
    [InlineData("seven-soothing", null, "gentle")]
    [InlineData("workplace", null, "gentle-desk")]
    [InlineData("gentle", "mat", "gentle")]
    [InlineData("gentle-desk", "mat", "gentle-desk")]
    public async Task Start_WithADiscInjury_GivesTheGentleRoutineOfTheVariant(string routine, string? variant, string gentle)
    {
        var ann = await _server.RegisterAsync();
        await _server.AnswerSafetyAsync(ann, discInjury: true);

        var run = await StartAsync(ann, routine, variant);

        var details = await ann.Browser.ReadAsync($"/api/routines/{gentle}");
        Assert.Equal(gentle, run.Text("routineId"));
        Assert.Equal(details.GetProperty("steps").GetRawText(), run.GetProperty("steps").GetRawText());
        Assert.Equal(
            details.GetProperty("steps").EnumerateArray().Sum(step => step.GetProperty("seconds").GetInt32()),
            run.GetProperty("plannedSeconds").GetInt32());
    }

    [Fact]
    public async Task Start_WithADiscInjuryInAVariantThatTheRoutineLacks_IsRefused()
    {
        var ann = await _server.RegisterAsync();
        await _server.AnswerSafetyAsync(ann, discInjury: true);

        using var response = await ann.Browser.PostAsJsonAsync("/api/runs", new { routineId = "seven-soothing", variant = "desk" });

        await response.ReadProblemAsync(HttpStatusCode.BadRequest, "invalid-request", "variant");
    }

    [Fact]
    public async Task GentleRun_InsteadOfTheDays_HasItsFullCredit()
    {
        var clock = _server.Time;
        var ann = await _server.RegisterAsync();
        await TestChallenge.CreateAsync(ann, TestDay.Monday);
        await _server.AnswerSafetyAsync(ann, discInjury: true);
        var run = await StartAsync(ann, "week-1-mat-a", "mat");
        clock.SetUtcNow(run.GetProperty("earliestCompletion").GetDateTimeOffset());

        using var response = await ann.CheckInAsync(run.Text("run"), "c1");

        var answer = await response.ReadAsync();
        Assert.True(answer.GetProperty("credited").GetBoolean());
        Assert.Equal("guided", answer.Text("kind"));
        Assert.Equal(1, Assert.Single(answer.GetProperty("streaks").EnumerateArray()).GetProperty("streak").GetInt32());
    }

    private static async Task<JsonElement> StartAsync(TestPerson person, string routineId, string? variant)
    {
        using var response = await person.Browser.PostAsJsonAsync("/api/runs", new { routineId, variant });
        return await response.ReadAsync();
    }
}
