using System.Net;
using StretchChallenge.Server.Tests.Fixture;

namespace StretchChallenge.Server.Tests.Catalogue;

public sealed class RoutineTests(TestServer server) : IClassFixture<TestServer>
{
    private readonly HttpClient _browser = server.CreateVisitor();

    [Fact]
    public async Task List_HasTheLibraryAlone()
    {
        var ids = (await _browser.ReadAsync("/api/routines")).EnumerateArray().Select(routine => routine.Text("id")).ToArray();

        Assert.Equal(13, ids.Length);
        Assert.DoesNotContain(ids, id => id.StartsWith("week-", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("workplace", false, "desk", "mat")]
    [InlineData("gentle-desk", true, "desk", "mat", "seated")]
    [InlineData("gentle", true, "mat")]
    [InlineData("seven-soothing", false, "mat")]
    public async Task List_ARoutine_HasItsTimeAndVariants(string id, bool gentle, params string[] variants)
    {
        var listed = (await _browser.ReadAsync("/api/routines")).EnumerateArray().Single(routine => routine.Text("id") == id);

        var seconds = listed.GetProperty("seconds").GetInt32();
        Assert.Equal((int)Math.Ceiling(seconds / 60.0), listed.GetProperty("minutes").GetInt32());
        Assert.Equal(gentle, listed.GetProperty("gentle").GetBoolean());
        Assert.Equal(variants, listed.GetProperty("variants").EnumerateArray().Select(variant => variant.GetString()));
    }

    [Theory]
    [InlineData("workplace", "Workplace relief")]
    [InlineData("week-1-desk-a", "Week 1, at the desk")]
    [InlineData("week-8-seated-b", "Week 8, seated")]
    public async Task Get_ARoutine_HasStepsWithInstructionsAndCues(string id, string name)
    {
        var routine = await _browser.ReadAsync($"/api/routines/{id}");

        Assert.Equal(name, routine.Text("name"));
        var steps = routine.GetProperty("steps").EnumerateArray().ToArray();
        Assert.Equal(
            routine.GetProperty("seconds").GetInt32(),
            steps.Sum(step => step.GetProperty("seconds").GetInt32() + step.GetProperty("getReady").GetInt32()));
        Assert.All(steps, step => Assert.NotEmpty(step.GetProperty("instructions").EnumerateArray()));
        Assert.All(steps, step => Assert.NotEmpty(step.GetProperty("cues").EnumerateArray()));
    }

    [Theory]
    [InlineData("week-9-desk-a")]
    [InlineData("week-1-desk-c")]
    [InlineData("Workplace")]
    public async Task Get_UnknownId_IsNotFound(string id)
    {
        using var response = await _browser.GetAsync($"/api/routines/{id}");

        await response.ReadProblemAsync(HttpStatusCode.NotFound, "unknown-routine");
    }

    [Fact]
    public async Task Programme_HasEightWeeksWhoseRoutinesExist()
    {
        var weeks = (await _browser.ReadAsync("/api/programme")).GetProperty("weeks").EnumerateArray().ToArray();

        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8], weeks.Select(week => week.GetProperty("week").GetInt32()));
        Assert.Equal([1, 1, 2, 2, 3, 3, 4, 4], weeks.Select(week => week.GetProperty("block").GetInt32()));
        Assert.Equal([15, 20, 20, 25, 25, 30, 30, 30], weeks.Select(week => week.GetProperty("holdSeconds").GetInt32()));
        var ids = weeks.SelectMany(week => new[] { week.GetProperty("routines"), week.GetProperty("alternate") })
            .SelectMany(routines => new[] { "desk", "mat", "seated" }.Select(variant => routines.Text(variant)))
            .ToArray();
        Assert.Equal(48, ids.Distinct().Count());
        foreach (var id in ids)
        {
            Assert.Equal(id, (await _browser.ReadAsync($"/api/routines/{id}")).Text("id"));
        }
    }
}
