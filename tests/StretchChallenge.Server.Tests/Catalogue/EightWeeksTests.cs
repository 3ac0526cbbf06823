using System.Globalization;
using System.Text.Json;
using StretchChallenge.Server.Tests.Fixture;

namespace StretchChallenge.Server.Tests.Catalogue;

/// <summary>All days of the eight weeks as a person gets them, healthy or with a disc injury.</summary>
public sealed class EightWeeksTests(WednesdayServer server) : IClassFixture<WednesdayServer>
{
    private const int Days = 56;

    private readonly WednesdayServer _server = server;

    [Theory]
    [InlineData("desk", false)]
    [InlineData("mat", false)]
    [InlineData("seated", false)]
    [InlineData("desk", true)]
    [InlineData("mat", true)]
    [InlineData("seated", true)]
    public async Task EveryDay_HasAFittingRoutine(string variant, bool discInjury)
    {
        var person = await EnrolAsync(discInjury);
        var exercises = (await ExercisesAsync(person.Browser)).ToDictionary(exercise => exercise.Text("id"));

        var routines = await RoutinesAsync(person.Browser, variant);

        Assert.Equal(Days, routines.Count);
        Assert.All(routines, routine => AssertFits(routine, variant, discInjury, exercises));
        if (!discInjury)
        {
            Assert.All(routines.Zip(routines.Skip(1)), pair => Assert.NotEqual(Plan(pair.First), Plan(pair.Second)));
        }
    }

    private static void AssertFits(JsonElement routine, string variant, bool discInjury, Dictionary<string, JsonElement> exercises)
    {
        var steps = Steps(routine);
        Assert.InRange(steps.Sum(step => step.GetProperty("seconds").GetInt32() + step.GetProperty("getReady").GetInt32()), 180, 600);
        Assert.Equal(discInjury, routine.GetProperty("gentle").GetBoolean());
        Assert.Contains(variant, routine.GetProperty("variants").EnumerateArray().Select(word => word.GetString()));
        Assert.All(steps, step => AssertAllowed(exercises[step.Text("exercise")], variant, discInjury));
        foreach (var exercise in steps.GroupBy(step => step.Text("exercise")))
        {
            var sides = exercise.Select(step => step.Text("side")).ToArray();
            Assert.Equal(exercises[exercise.Key].GetProperty("sides").GetBoolean(), !sides.Contains("both"));
            Assert.Equal(sides.Count(side => side == "left"), sides.Count(side => side == "right"));
        }

        if (!discInjury)
        {
            Assert.Contains(exercises[steps[0].Text("exercise")].Text("kind"), new[] { "warmUp", "dynamic" });
        }
    }

    private static void AssertAllowed(JsonElement exercise, string variant, bool discInjury)
    {
        Assert.True(variant == "mat" || exercise.GetProperty(variant).GetBoolean(), $"{exercise.Text("id")} in {variant}");
        if (discInjury)
        {
            Assert.False(exercise.GetProperty("hamstrings").GetBoolean());
            Assert.True(exercise.GetProperty("discInjury").GetBoolean());
        }
    }

    private static JsonElement[] Steps(JsonElement routine) => [.. routine.GetProperty("steps").EnumerateArray()];

    private static string Plan(JsonElement routine) => string.Join(' ', Steps(routine).Select(step => step.Text("exercise")));

    private static async Task<List<JsonElement>> ExercisesAsync(HttpClient browser)
    {
        var all = new List<JsonElement>();
        foreach (var listed in (await browser.ReadAsync("/api/exercises")).EnumerateArray())
        {
            all.Add(await browser.ReadAsync($"/api/exercises/{listed.Text("id")}"));
        }

        return all;
    }

    private static async Task<List<JsonElement>> RoutinesAsync(HttpClient browser, string variant)
    {
        var start = DateOnly.Parse(TestDay.Monday, CultureInfo.InvariantCulture);
        var routines = new List<JsonElement>();
        for (var day = 0; day < Days; day++)
        {
            var today = await browser.ReadAsync($"/api/today?date={start.AddDays(day):yyyy-MM-dd}");
            routines.Add(await browser.ReadAsync($"/api/routines/{today.GetProperty("routine").Text(variant)}"));
        }

        return routines;
    }

    private async Task<TestPerson> EnrolAsync(bool discInjury)
    {
        var person = await _server.RegisterAsync();
        await TestChallenge.CreateAsync(person, TestDay.Monday);
        if (discInjury)
        {
            await _server.AnswerSafetyAsync(person, discInjury: true);
        }

        return person;
    }
}
