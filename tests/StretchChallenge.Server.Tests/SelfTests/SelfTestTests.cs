using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using StretchChallenge.Domain;
using StretchChallenge.Server.Tests.Fixture;
using StretchChallenge.Storage.PrivateHealth;

namespace StretchChallenge.Server.Tests.SelfTests;

public sealed class SelfTestTests : IDisposable
{
    private const string Path = "/api/self-tests";

    private readonly FakeTimeProvider _clock = new(TestDay.WednesdayMorning);
    private readonly TestServer _server;

    public SelfTestTests() => _server = new TestServer { Clock = _clock };

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task Get_NothingTakenYet_IsEmpty()
    {
        var ann = await _server.RegisterAsync();

        Assert.Equal(
            """{"results":[],"unreadable":[],"suggested":[],"suggestedNow":null}""",
            JsonSerializer.Serialize(await ann.Browser.ReadAsync(Path)));
    }

    [Fact]
    public async Task Post_AllValues_AnswersAndKeepsThem()
    {
        var ann = await _server.RegisterAsync();

        using var response = await ann.Browser.PostTextAsync(
            Path, """{"takenOn":"2026-03-10","straightLegRaise":{"left":70,"right":65.0},"sitAndReach":-3.50,"backFeeling":6}""");

        var created = await response.ReadAsync(HttpStatusCode.Created);
        Assert.Equal("2026-03-10", created.Text("takenOn"));
        Assert.Equal("""{"left":70,"right":65}""", created.GetProperty("straightLegRaise").GetRawText());
        Assert.Equal("-3.5", created.GetProperty("sitAndReach").GetRawText());
        Assert.Equal("6", created.GetProperty("backFeeling").GetRawText());
        Assert.Equal([created.GetRawText()], await ResultsAsync(ann));
    }

    [Theory]
    [InlineData("Pacific/Kiritimati", "2026-03-11T10:00:00Z", "2026-03-12")]
    [InlineData("Pacific/Pago_Pago", "2026-03-11T10:00:00Z", "2026-03-10")]
    public async Task Post_WithoutDate_IsOfTodayInThePersonsZone(string zone, string now, string today)
    {
        _clock.Advance(DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture) - _clock.GetUtcNow());
        var ann = await _server.RegisterAsync(timeZone: zone);

        Assert.Equal(today, (await AddAsync(ann, new { backFeeling = 5 })).Text("takenOn"));
    }

    [Fact]
    public async Task Post_NinetyDaysBack_IsTaken()
    {
        var ann = await _server.RegisterAsync();

        await AddAsync(ann, new { backFeeling = 5, takenOn = "2025-12-11" });
    }

    [Fact]
    public async Task Post_WithAKeyTwice_IsEnteredOnceAndAnsweredTwice()
    {
        var ann = await _server.RegisterAsync();

        using var first = await PostWithKeyAsync(ann, "key", """{"backFeeling":5}""");
        using var second = await PostWithKeyAsync(ann, "key", """{"backFeeling":5}""");
        using var other = await PostWithKeyAsync(ann, "key", """{"backFeeling":6}""");

        Assert.Equal(
            (await first.ReadAsync(HttpStatusCode.Created)).GetRawText(),
            (await second.ReadAsync(HttpStatusCode.Created)).GetRawText());
        Assert.True(second.Headers.CacheControl?.NoStore);
        await other.ReadProblemAsync(HttpStatusCode.Conflict, "idempotency-key-reused");
        Assert.Single(await ResultsAsync(ann));
    }

    [Fact]
    public async Task Post_MoreThanTwoHundred_IsRefused()
    {
        var ann = await _server.RegisterAsync();
        var store = _server.Services.GetRequiredService<IHealthRecordStore>();
        for (var i = 0; i < 199; i++)
        {
            await store.AddSelfTestAsync(new UserId(ann.Id), new SealedSelfTest($"{i}", [1]), most: 200);
        }

        await AddAsync(ann, new { backFeeling = 5 });
        using var refused = await ann.Browser.PostAsJsonAsync(Path, new { backFeeling = 5 });

        await refused.ReadProblemAsync(HttpStatusCode.Conflict, "too-many-results");
    }

    [Fact]
    public async Task Get_SeveralResults_AreOldestFirst()
    {
        var ann = await _server.RegisterAsync();
        await AddAsync(ann, new { backFeeling = 3 });
        _clock.Advance(TimeSpan.FromMinutes(1));
        await AddAsync(ann, new { backFeeling = 4 });
        _clock.Advance(TimeSpan.FromMinutes(1));
        await AddAsync(ann, new { backFeeling = 1, takenOn = "2026-03-01" });

        var results = (await ann.Browser.ReadAsync(Path)).GetProperty("results").EnumerateArray();

        Assert.Equal([1, 3, 4], results.Select(result => result.GetProperty("backFeeling").GetInt32()));
    }

    [Fact]
    public async Task Get_WithChallenge_SuggestsDatesAndWhatIsDone()
    {
        var ann = await _server.RegisterAsync();
        var challenge = await TestChallenge.CreateAsync(ann, TestDay.Monday);
        var path = $"{Path}?challenge={challenge.Id}";

        Assert.Equal(TestDay.Monday, (await ann.Browser.ReadAsync(path)).Text("suggestedNow"));
        await AddAsync(ann, new { backFeeling = 5 });
        var after = await ann.Browser.ReadAsync(path);

        Assert.Equal(JsonValueKind.Null, after.GetProperty("suggestedNow").ValueKind);
        Assert.Equal(
            [
                """{"date":"2026-03-09","after":0,"done":true}""",
                """{"date":"2026-03-23","after":2,"done":false}""",
                """{"date":"2026-04-06","after":4,"done":false}""",
                """{"date":"2026-04-20","after":6,"done":false}""",
                """{"date":"2026-05-04","after":8,"done":false}""",
            ],
            after.GetProperty("suggested").EnumerateArray().Select(suggestion => suggestion.GetRawText()));
    }

    [Theory]
    [InlineData("2026-03-22T22:59:59Z", null)]
    [InlineData("2026-03-22T23:00:00Z", "2026-03-23")]
    public async Task Get_WithChallenge_SuggestsByTheDayInThePersonsZone(string now, string? suggested)
    {
        var ann = await _server.RegisterAsync();
        var challenge = await TestChallenge.CreateAsync(ann, TestDay.Monday);
        await AddAsync(ann, new { backFeeling = 5 });

        _clock.Advance(DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture) - _clock.GetUtcNow());

        Assert.Equal(suggested, (await ann.Browser.ReadAsync($"{Path}?challenge={challenge.Id}")).GetProperty("suggestedNow").GetString());
    }

    [Fact]
    public async Task Get_ChallengeOfOthers_IsNotFound()
    {
        var challenge = await TestChallenge.CreateAsync(await _server.RegisterAsync(), TestDay.Monday);
        var eve = await _server.RegisterAsync("Eve");

        using var response = await eve.Browser.GetAsync($"{Path}?challenge={challenge.Id}");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task Delete_OneResult_KeepsTheOthers()
    {
        var ann = await _server.RegisterAsync();
        var first = await AddAsync(ann, new { backFeeling = 5 });
        var second = await AddAsync(ann, new { backFeeling = 6 });

        using var deleted = await ann.Browser.DeleteAsync($"{Path}/{first.Text("id")}");
        using var again = await ann.Browser.DeleteAsync($"{Path}/{first.Text("id")}");

        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        await again.ReadProblemAsync(HttpStatusCode.NotFound, "unknown-result");
        Assert.Equal([second.GetRawText()], await ResultsAsync(ann));
    }

    [Fact]
    public async Task Delete_ByTheIdOfTheSafetyAnswer_IsNotFound()
    {
        var ann = await _server.RegisterAsync();
        using var answered = await ann.Browser.PutAsJsonAsync("/api/safety", new { discInjury = true });

        using var response = await ann.Browser.DeleteAsync($"{Path}/safety");

        await response.ReadProblemAsync(HttpStatusCode.NotFound, "unknown-result");
        Assert.True((await ann.Browser.ReadAsync("/api/safety")).GetProperty("discInjury").GetBoolean());
    }

    [Fact]
    public async Task DeleteAll_LeavesNothing_NotEvenAnAnswerKeptForAKey()
    {
        var ann = await _server.RegisterAsync();
        using var first = await PostWithKeyAsync(ann, "key", """{"backFeeling":5}""");
        await AddAsync(ann, new { backFeeling = 6 });

        using var deleted = await ann.Browser.DeleteAsync(Path);
        using var repeated = await PostWithKeyAsync(ann, "key", """{"backFeeling":5}""");

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NoContent), (deleted.StatusCode, repeated.StatusCode));
        Assert.Equal("", await repeated.Content.ReadAsStringAsync());
        Assert.Empty(await ResultsAsync(ann));
    }

    [Fact]
    public async Task DeleteAll_KeepsTheSafetyAnswer()
    {
        var ann = await _server.RegisterAsync();
        using var answered = await ann.Browser.PutAsJsonAsync("/api/safety", new { discInjury = true });

        using var deleted = await ann.Browser.DeleteAsync(Path);

        Assert.True((await ann.Browser.ReadAsync("/api/safety")).GetProperty("discInjury").GetBoolean());
    }

    [Fact]
    public async Task Results_AreEachPersonsOwn()
    {
        var ann = await _server.RegisterAsync();
        var challenge = await TestChallenge.CreateAsync(ann, TestDay.Monday);
        var ben = await _server.RegisterAsync("Ben");
        await challenge.JoinAsync(ben);
        var result = await AddAsync(ben, new { backFeeling = 5 });

        Assert.Empty(await ResultsAsync(ann));
        using var one = await ann.Browser.DeleteAsync($"{Path}/{result.Text("id")}");
        using var all = await ann.Browser.DeleteAsync(Path);

        Assert.Equal(HttpStatusCode.NotFound, one.StatusCode);
        Assert.Single(await ResultsAsync(ben));
    }

    [Fact]
    public async Task Results_CopiedToAnotherPersonsRow_AreNotShown()
    {
        var ann = await _server.RegisterAsync();
        var eve = await _server.RegisterAsync("Eve");
        await AddAsync(ann, new { backFeeling = 5 });
        var store = _server.Services.GetRequiredService<IHealthRecordStore>();
        var stolen = Assert.Single(await store.LoadSelfTestsAsync(new UserId(ann.Id)));

        await store.AddSelfTestAsync(new UserId(eve.Id), stolen, most: 200);

        Assert.Empty(await ResultsAsync(eve));
        Assert.Equal([stolen.Id], await UnreadableAsync(eve));
    }

    [Fact]
    public async Task KeyLost_ResultsAreNamedUnreadable_BesideNewOnes()
    {
        var ann = await _server.RegisterAsync();
        var old = await AddAsync(ann, new { backFeeling = 5 });
        await using var restarted = RestartWithAnotherKey();
        ann = await ann.SignInAsync(restarted);

        var fresh = await AddAsync(ann, new { backFeeling = 6 });

        Assert.Equal([fresh.GetRawText()], await ResultsAsync(ann));
        Assert.Equal([old.Text("id")], await UnreadableAsync(ann));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task KeyLost_ResultsCanBeDeleted(bool atOnce)
    {
        var ann = await _server.RegisterAsync();
        var old = await AddAsync(ann, new { backFeeling = 5 });
        await using var restarted = RestartWithAnotherKey();
        ann = await ann.SignInAsync(restarted);

        using var deleted = await ann.Browser.DeleteAsync(atOnce ? Path : $"{Path}/{old.Text("id")}");

        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        Assert.Empty(await UnreadableAsync(ann));
    }

    [Fact]
    public async Task Results_AreStoredByNobodyOnTheWay()
    {
        var ann = await _server.RegisterAsync();

        using var post = await ann.Browser.PostAsJsonAsync(Path, new { backFeeling = 5 });
        using var get = await ann.Browser.GetAsync(Path);

        Assert.True(post.Headers.CacheControl?.NoStore);
        Assert.True(get.Headers.CacheControl?.NoStore);
    }

    private TestServer RestartWithAnotherKey() => new()
    {
        Folder = _server.Folder,
        Clock = _clock,
        Settings = new() { ["Secrets:MasterKey"] = Convert.ToBase64String(new byte[32]) },
    };

    private static async Task<JsonElement> AddAsync(TestPerson person, object result)
    {
        using var response = await person.Browser.PostAsJsonAsync(Path, result);
        return await response.ReadAsync(HttpStatusCode.Created);
    }

    private static Task<HttpResponseMessage> PostWithKeyAsync(TestPerson person, string key, string body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, Path) { Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json") };
        request.Headers.Add("Idempotency-Key", key);
        return person.Browser.SendAsync(request);
    }

    private static async Task<IEnumerable<string>> ResultsAsync(TestPerson person) =>
        (await person.Browser.ReadAsync(Path)).GetProperty("results").EnumerateArray().Select(result => result.GetRawText());

    private static async Task<IEnumerable<string?>> UnreadableAsync(TestPerson person) =>
        (await person.Browser.ReadAsync(Path)).GetProperty("unreadable").EnumerateArray().Select(id => id.GetString());
}
