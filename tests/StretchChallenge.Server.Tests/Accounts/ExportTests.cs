using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using StretchChallenge.Server.Tests.Fixture;

namespace StretchChallenge.Server.Tests.Accounts;

public sealed class ExportTests : IAsyncDisposable
{
    private readonly FakeTimeProvider _clock = new(TestDay.WednesdayMorning);
    private readonly TestServer _server;

    public ExportTests() => _server = new TestServer { Clock = _clock };

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Export_HasAllThatIsStoredAboutThePerson()
    {
        var (_, ben) = await ChallengeAsync();

        var (data, _) = await ExportAsync(ben);

        Assert.Equal((ben.Id, ben.Email, "Benedikta"), (Account().Text("id"), Account().Text("email"), Account().Text("displayName")));
        var challenge = Assert.Single(data.GetProperty("challenges").EnumerateArray());
        Assert.Equal(("Spring", "participant"), (challenge.Text("name"), challenge.Text("role")));
        Assert.Equal("Blue", Assert.Single(challenge.GetProperty("teams").EnumerateArray()).Text("name"));
        Assert.Equal(56, challenge.GetProperty("progress").GetProperty("weeks").EnumerateArray().Sum(week => week.GetProperty("days").GetArrayLength()));
        Assert.Equal(("2026-03-11", "guided"), (First("days").Text("date"), First("days").Text("kind")));
        Assert.Equal("workplace", data.GetProperty("records").GetProperty("routines")[0].Text("routineId"));
        Assert.True(data.GetProperty("safety").GetProperty("discInjury").GetBoolean());
        Assert.Equal(7, First("selfTests").GetProperty("backFeeling").GetInt32());
        Assert.Equal("2026-03-20", First("timeOff").Text("from"));
        Assert.NotEqual(JsonValueKind.Null, data.GetProperty("records").GetProperty("calendarFeedSince").ValueKind);

        JsonElement Account() => data.GetProperty("account");

        JsonElement First(string list) => data.GetProperty(list)[0];
    }

    [Fact]
    public async Task Export_OfALeftChallengeAndAClosedTeam_HasProgressAndName()
    {
        var (ann, ben) = await ChallengeAsync();
        var challenge = (await ben.Browser.ReadAsync("/api/challenges"))[0];
        using var left = await ben.Browser.PostAsync($"/api/challenges/{challenge.Text("id")}/leave", null);
        using var removed = await ann.Browser.DeleteAsync($"/api/challenges/{challenge.Text("id")}/teams/{challenge.Text("ownTeam")}");
        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NoContent), (left.StatusCode, removed.StatusCode));

        var (data, _) = await ExportAsync(ben);

        var exported = Assert.Single(data.GetProperty("challenges").EnumerateArray());
        Assert.Equal("Blue", Assert.Single(exported.GetProperty("teams").EnumerateArray()).Text("name"));
        Assert.Equal((1, 1), (exported.GetProperty("progress").GetProperty("best").GetInt32(), exported.GetProperty("progress").GetProperty("ring").GetProperty("done").GetInt32()));
    }

    [Fact]
    public async Task Export_HasNothingOfAnybodyElse()
    {
        var (ann, ben) = await ChallengeAsync();

        var (data, page) = await ExportAsync(ben);

        foreach (var foreign in new[] { ann.Id, ann.Email, "Annabella" })
        {
            Assert.DoesNotContain(foreign, data.GetRawText(), StringComparison.Ordinal);
            Assert.DoesNotContain(foreign, page, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("en", "Your data in Stretch Challenge", "Safety question")]
    [InlineData("de-CH, en;q=0.5", "Deine Daten in Stretch Challenge", "Sicherheitsfrage")]
    public async Task Export_Page_IsInTheLanguageOfTheRequest(string language, string title, string section)
    {
        var ben = await _server.RegisterAsync("Benedikta");

        var (_, page) = await ExportAsync(ben, language);

        Assert.Contains($"<h1>{title}</h1>", page, StringComparison.Ordinal);
        Assert.Contains(section, page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Export_NameWithMarkup_IsTextOnThePage()
    {
        var ben = await _server.RegisterAsync("<img src=x onerror=alert(1)>");

        var (_, page) = await ExportAsync(ben);

        Assert.DoesNotContain("<img", page, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("&lt;img", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_IsNotStoredAndIsLimited()
    {
        var ben = await _server.RegisterAsync("Ben");
        HttpResponseMessage? last = null;
        for (var times = 0; times < 6; times++)
        {
            last?.Dispose();
            last = await ben.Browser.GetAsync("/api/account/export");
            if (times == 0)
            {
                Assert.True(last.Headers.CacheControl?.NoStore);
                Assert.Equal("application/zip", last.Content.Headers.ContentType?.MediaType);
            }
        }

        await last!.ReadProblemAsync(HttpStatusCode.TooManyRequests, "too-many-requests");
        last!.Dispose();
    }

    private async Task<(TestPerson Ann, TestPerson Ben)> ChallengeAsync()
    {
        var ann = await _server.RegisterAsync("Annabella");
        var challenge = await TestChallenge.CreateAsync(ann, TestDay.Monday);
        await challenge.AddTeamAsync("Blue");
        await challenge.JoinAsync(ann, "Blue");
        var ben = await _server.RegisterAsync("Benedikta");
        await challenge.JoinAsync(ben, "Blue");
        await ben.DoRoutineAsync(_clock);
        await _server.AnswerSafetyAsync(ben, discInjury: true);
        using var test = await ben.Browser.PostAsJsonAsync("/api/self-tests", new { backFeeling = 7 });
        using var off = await ben.Browser.PostAsJsonAsync("/api/time-off", new { from = "2026-03-20", to = "2026-03-21" });
        using var calendar = await ben.Browser.PostAsync("/api/account/calendar", null);
        return (ann, ben);
    }

    private static async Task<(JsonElement Data, string Page)> ExportAsync(TestPerson person, string language = "en")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/account/export");
        request.Headers.AcceptLanguage.ParseAdd(language);
        using var response = await person.Browser.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        await using var zip = new ZipArchive(await response.Content.ReadAsStreamAsync());
        Assert.Equal(["data.json", "index.html"], zip.Entries.Select(entry => entry.FullName));
        await using var data = await zip.GetEntry("data.json")!.OpenAsync();
        using var page = new StreamReader(await zip.GetEntry("index.html")!.OpenAsync());
        return (await JsonSerializer.DeserializeAsync<JsonElement>(data), await page.ReadToEndAsync());
    }
}
