using System.Net;
using StretchChallenge.Server.Tests.Fixture;
using StretchChallenge.Testing;

namespace StretchChallenge.Server.Tests.Days;

public sealed class RunTests : IDisposable
{
    private readonly TestServer _server = new() { Clock = new ManualTimeProvider(TestDay.WednesdayMorning) };

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task Start_GivesStepsAndTheEarliestCompletion()
    {
        var run = await (await _server.RegisterAsync()).StartRunAsync();

        var planned = run.GetProperty("plannedSeconds").GetInt32();
        var steps = run.GetProperty("steps").EnumerateArray().ToArray();
        Assert.Equal(planned, steps.Sum(step => step.GetProperty("seconds").GetInt32() + step.GetProperty("getReady").GetInt32()));
        Assert.All(steps, step => Assert.NotEmpty(step.GetProperty("instructions").EnumerateArray()));
        Assert.Equal(
            TestDay.WednesdayMorning.AddSeconds(planned * 0.8),
            run.GetProperty("earliestCompletion").GetDateTimeOffset());
    }

    [Theory]
    [InlineData("""{"routineId":"nothing"}""", HttpStatusCode.NotFound, "not-found", "routineId")]
    [InlineData("""{}""", HttpStatusCode.BadRequest, "invalid-request", "routineId")]
    [InlineData("""{"routineId":"workplace","variant":"flying"}""", HttpStatusCode.BadRequest, "invalid-request", "variant")]
    public async Task Start_WithBadInput_NamesTheField(string body, HttpStatusCode status, string code, string field)
    {
        var ann = await _server.RegisterAsync();

        using var response = await ann.Browser.PostTextAsync("/api/runs", body);

        await response.ReadProblemAsync(status, code, field);
    }
}
