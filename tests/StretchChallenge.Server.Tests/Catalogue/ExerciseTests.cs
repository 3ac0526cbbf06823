using System.Net;
using System.Text.Json;
using StretchChallenge.Server.Tests.Fixture;

namespace StretchChallenge.Server.Tests.Catalogue;

public sealed class ExerciseTests(TestServer server) : IClassFixture<TestServer>
{
    private readonly HttpClient _browser = server.CreateVisitor();

    [Fact]
    public async Task List_WithoutFilters_HasAllExercises() =>
        Assert.Equal(46, (await IdsAsync("?desk=&position=&equipment=&kind=&q=")).Length);

    [Theory]
    [InlineData("desk=true", "desk", "true")]
    [InlineData("desk=false", "desk", "false")]
    [InlineData("position=lying", "position", "lying")]
    [InlineData("kind=pnf", "kind", "pnf")]
    [InlineData("kind=warmUp", "kind", "warmUp")]
    public async Task List_WithAFilter_HasExactlyTheExercisesThatMeetIt(string filter, string field, string value)
    {
        var all = await ListAsync("");

        var filtered = await IdsAsync($"?{filter}");

        Assert.NotEmpty(filtered);
        Assert.Equal(all.Where(exercise => Word(exercise.GetProperty(field)) == value).Select(exercise => exercise.Text("id")), filtered);
    }

    [Fact]
    public async Task List_ByEquipment_HasExercisesThatTakeIt()
    {
        Assert.Equal(["ball-hamstring", "ball-calf", "ball-squat", "ball-squat-hold"], await IdsAsync("?equipment=ball"));
        Assert.All(await ListAsync("?equipment=none"), exercise => Assert.Empty(exercise.GetProperty("equipment").EnumerateArray()));
    }

    [Fact]
    public async Task List_WithSeveralFilters_CombinesThem()
    {
        var exercises = await ListAsync("?desk=true&position=seated&kind=static&q=hamstrings");

        Assert.Equal(["chair-edge-stretch", "two-chair-stretch"], exercises.Select(exercise => exercise.Text("id")).Order());
    }

    [Theory]
    [InlineData("uttanasana", "standing-forward-fold")]
    [InlineData("  LIZARD   Pose ", "lizard-pose")]
    [InlineData("lïzárd", "lizard-pose")]
    [InlineData("pallof-press", "pallof-press")]
    [InlineData("roller", "foam-roller")]
    public async Task Search_WordsOfAnExercise_FindsIt(string words, string id) =>
        Assert.Contains(id, await IdsAsync($"?q={Uri.EscapeDataString(words)}"));

    [Theory]
    [InlineData("lizard plank")]
    [InlineData("xylophone")]
    public async Task Search_NotAllWordsOccur_FindsNothing(string words) =>
        Assert.Empty(await IdsAsync($"?q={Uri.EscapeDataString(words)}"));

    [Theory]
    [InlineData("desk=perhaps", "desk", "true, false")]
    [InlineData("position=flying", "position", "standing, seated, floor, lying")]
    [InlineData("position=1", "position", "standing, seated, floor, lying")]
    [InlineData("equipment=trampoline", "equipment", "chair, twoChairs, desk")]
    [InlineData("kind=Static", "kind", "static, dynamic, pnf, strength, warmUp, alternative")]
    [InlineData("kind=static&kind=pnf", "kind", "static")]
    public async Task List_BadFilterValue_NamesTheFieldAndTheAllowedValues(string query, string field, string allowed)
    {
        using var response = await _browser.GetAsync($"/api/exercises?{query}");

        var problem = await response.ReadProblemAsync(HttpStatusCode.BadRequest, "invalid-request", field);
        Assert.Contains(allowed, problem.Text("detail"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_SeveralFaults_NamesThemAll()
    {
        using var response = await _browser.GetAsync($"/api/exercises?desk=x&kind=y&q={new string('z', 101)}");

        await response.ReadProblemAsync(HttpStatusCode.BadRequest, "invalid-request", "desk", "kind", "q");
    }

    [Fact]
    public async Task Get_AnExercise_HasAllThatIsKnownOfIt()
    {
        var exercise = await _browser.ReadAsync("/api/exercises/ball-hamstring");

        Assert.Equal("seated", exercise.Text("position"));
        Assert.Equal("""{"hold":{"min":10,"max":10},"reps":{"min":3,"max":3}}""", exercise.GetProperty("dose").GetRawText());
        Assert.InRange(exercise.GetProperty("steps").GetArrayLength(), 3, 6);
        Assert.NotEmpty(exercise.GetProperty("cues").EnumerateArray());
        Assert.NotEmpty(exercise.GetProperty("mistakes").EnumerateArray());
        Assert.Equal(1, exercise.GetProperty("progression")[0].GetProperty("week").GetInt32());
        Assert.Equal(["E"], exercise.GetProperty("source").EnumerateArray().Select(Word));
    }

    [Theory]
    [InlineData("nothing", "unknown-exercise")]
    [InlineData("PLANK", "unknown-exercise")]
    [InlineData("%2e%2e%2fplank", "not-found")]
    public async Task Get_UnknownId_IsNotFound(string id, string code)
    {
        using var response = await _browser.GetAsync($"/api/exercises/{id}");

        await response.ReadProblemAsync(HttpStatusCode.NotFound, code);
    }

    private static string Word(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();

    private async Task<JsonElement[]> ListAsync(string query) => [.. (await _browser.ReadAsync($"/api/exercises{query}")).EnumerateArray()];

    private async Task<string[]> IdsAsync(string query) => [.. (await ListAsync(query)).Select(exercise => exercise.Text("id"))];
}
