using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using StretchChallenge.Server.Tests.Fixture;

namespace StretchChallenge.Server.Tests.Catalogue;

/// <summary>Whoever asks in German is answered in German, as far as the catalogue's words go.</summary>
public sealed class LanguageTests(WednesdayServer server) : IClassFixture<WednesdayServer>
{
    private readonly WednesdayServer _server = server;

    [Theory]
    [InlineData("de", "de")]
    [InlineData("de-AT;q=0.9", "de")]
    [InlineData("de-AT, en;q=0.5", "de")]
    [InlineData("fr, it;q=0.9, de;q=0.8, en;q=0.7", "de")]
    [InlineData("DE-ch", "de")]
    [InlineData("en-GB, de", "en")]
    [InlineData("en;q=0.5, de;q=0.9", "de")]
    [InlineData("fr", "en")]
    [InlineData("*", "en")]
    [InlineData("", "en")]
    [InlineData("de;q=much, ;;,", "en")]
    [InlineData("🦒", "en")]
    public async Task Get_InALanguage_IsAnsweredInItOrInEnglish(string accepted, string language)
    {
        using var response = await GetAsync("/api/exercises/plank", accepted);

        var exercise = await response.ReadAsync();
        Assert.Equal(language == "de" ? "Unterarmstütz" : "Plank", exercise.Text("name"));
        Assert.Equal([language], response.Content.Headers.ContentLanguage);
        Assert.Contains("Accept-Language", response.Headers.Vary);
    }

    [Fact]
    public async Task Get_TagOfAnotherLanguage_IsSentAnew()
    {
        using var english = await GetAsync("/api/exercises/plank", "en");

        using var kept = await GetAsync("/api/exercises/plank", "en", english.Headers.ETag!.ToString());
        using var german = await GetAsync("/api/exercises/plank", "de", english.Headers.ETag!.ToString());

        Assert.Equal(HttpStatusCode.NotModified, kept.StatusCode);
        Assert.Contains("Accept-Language", kept.Headers.Vary);
        Assert.Equal(HttpStatusCode.OK, german.StatusCode);
        Assert.NotEqual(english.Headers.ETag, german.Headers.ETag);
    }

    [Theory]
    [InlineData("workplace", "Entlastung am Arbeitsplatz")]
    [InlineData("week-1-desk-a", "Woche 1, am Schreibtisch")]
    [InlineData("week-8-mat-a", "Woche 8, auf der Matte")]
    [InlineData("week-8-seated-b", "Woche 8, im Sitzen")]
    public async Task Routine_InGerman_HasItsNameAndStepsInGerman(string id, string name)
    {
        using var english = await GetAsync($"/api/routines/{id}", "en");
        using var german = await GetAsync($"/api/routines/{id}", "de");

        var (one, other) = (await english.ReadAsync(), await german.ReadAsync());
        Assert.Equal(name, other.Text("name"));
        Assert.Equal(one.GetProperty("seconds").GetInt32(), other.GetProperty("seconds").GetInt32());
        Assert.All(Steps(one).Zip(Steps(other)), step =>
        {
            Assert.Equal(step.First.Text("exercise"), step.Second.Text("exercise"));
            Assert.NotEqual(step.First.GetProperty("instructions").ToString(), step.Second.GetProperty("instructions").ToString());
        });
    }

    [Theory]
    [InlineData("de", "Wadendehnung", "calf-stretch")]
    [InlineData("de", "gesäß ball", "ball-squat")]
    [InlineData("de", "GESAESS", null)]
    [InlineData("de", "Gesass", "bridging")]
    [InlineData("de", "Faszienrolle", "foam-roller")]
    [InlineData("en", "Faszienrolle", null)]
    [InlineData("en", "roller", "foam-roller")]
    public async Task Search_LooksThroughTheWordsOfTheLanguage(string language, string words, string? found)
    {
        using var response = await GetAsync($"/api/exercises?q={Uri.EscapeDataString(words)}", language);

        var ids = (await response.ReadAsync()).EnumerateArray().Select(exercise => exercise.Text("id")).ToArray();
        Assert.Equal(found is not null, ids.Length > 0);
        Assert.True(found is null || ids.Contains(found), string.Join(' ', ids));
    }

    [Fact]
    public async Task TodayAndItsRun_InGerman_NameTheRoutineAndItsStepsInGerman()
    {
        var ann = await _server.RegisterAsync();
        ann.Browser.DefaultRequestHeaders.AcceptLanguage.ParseAdd("de");

        var today = await ann.Browser.ReadAsync("/api/today");
        using var run = await ann.Browser.PostAsJsonAsync("/api/runs", new { routineId = "gentle-desk", variant = "desk" });

        Assert.Contains("Woche 1, am Schreibtisch", today.GetProperty("routines").EnumerateArray().Select(routine => routine.Text("name")));
        Assert.Contains("Atmen im Sitzen", Steps(await run.ReadAsync()).Select(step => step.Text("name")));
    }

    [Fact]
    public async Task Break_ToldInItsAddress_HasItsStepsInTheLanguageOfEachScreen()
    {
        var rest = await TestLiveSession.OpenAsync(_server);
        await using var english = await _server.ConnectAsync(rest.Host);
        await using var german = await _server.ConnectAsync(language: "de");

        var one = Steps(await english.CallAsync("JoinSession", rest.Code, null))[0];
        var other = Steps(await german.CallAsync("JoinSession", rest.Code, "Jo"))[0];

        Assert.Equal(one.Text("exercise"), other.Text("exercise"));
        Assert.NotEqual(one.Text("name"), other.Text("name"));
    }

    [Fact]
    public async Task Wall_ChangedBySomebodyWhoSpeaksEnglish_KeepsItsLanguage()
    {
        var challenge = await TestChallenge.CreateAsync(await _server.RegisterAsync(), TestDay.Monday);
        using var made = await challenge.Organiser.Browser.PostAsync($"{challenge.Path}/walls", null);
        await using var wall = await _server.ConnectAsync(language: "de");
        await wall.CallAsync("WatchWall", (await made.ReadAsync()).Text("token"));

        var rest = await TestLiveSession.OpenAsync(_server, challenge);
        var opened = await rest.NextAsync(wall, "WallChanged", TimeSpan.Zero);

        using var german = await GetAsync($"/api/sessions/{rest.Code}/steps", "de");
        Assert.Equal(
            (await german.ReadAsync()).EnumerateArray().Select(step => step.Text("name")), Steps(opened).Select(step => step.Text("name")));
        Assert.Contains("Wadendehnung", Steps(opened).Select(step => step.Text("name")));
    }

    [Fact]
    public async Task Calendar_InGerman_HasGermanWords()
    {
        var rest = await TestLiveSession.OpenAsync(_server, TestDay.WednesdayMorning.AddDays(1));
        using var wish = new HttpRequestMessage(HttpMethod.Post, "/api/account/calendar") { Headers = { { "Accept-Language", "de" } } };
        using var made = await rest.Host.Browser.SendAsync(wish);

        // Calendar programs ask in the language of their makers, not in the person's.
        using var feed = await GetAsync((await made.ReadAsync()).Text("url"), "en");

        var text = await feed.Content.ReadAsStringAsync();
        Assert.Contains("SUMMARY:Dehnpause: Pause am Schreibtisch\\, 3 Minuten", text, StringComparison.Ordinal);
        Assert.Contains("X-WR-CALNAME:Dehnpausen", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\r\nDESCRIPTION:Join", text, StringComparison.Ordinal);
    }

    private static JsonElement[] Steps(JsonElement answer) => [.. answer.GetProperty("steps").EnumerateArray()];

    private async Task<HttpResponseMessage> GetAsync(string path, string accepted, string? tag = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        // As a header carries whatever somebody sends.
        request.Headers.TryAddWithoutValidation("Accept-Language", Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(accepted)));
        if (tag is not null)
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        }

        return await _server.CreateVisitor().SendAsync(request);
    }
}
