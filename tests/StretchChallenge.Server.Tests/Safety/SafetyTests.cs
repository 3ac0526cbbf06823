using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using StretchChallenge.Server.Tests.Fixture;

namespace StretchChallenge.Server.Tests.Safety;

public sealed class SafetyTests : IDisposable
{
    private const string Path = "/api/safety";

    private readonly TestServer _server = new();

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task Get_NothingAnsweredYet_SaysSo()
    {
        var ann = await _server.RegisterAsync();

        AssertAnswer(await ann.Browser.ReadAsync(Path), answered: false, discInjury: null, noticeSeen: false);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [InlineData(null)]
    public async Task Put_Answer_IsAnsweredAndKept(bool? answer)
    {
        var ann = await _server.RegisterAsync();

        var put = await PutAsync(ann, new { discInjury = answer });

        AssertAnswer(put, answered: true, answer, noticeSeen: false);
        AssertAnswer(await ann.Browser.ReadAsync(Path), answered: true, answer, noticeSeen: false);
    }

    [Fact]
    public async Task Put_OneOfTheTwo_LeavesTheOtherAsItIs()
    {
        var ann = await _server.RegisterAsync();

        await PutAsync(ann, new { noticeSeen = true });
        AssertAnswer(await PutAsync(ann, new { discInjury = true }), answered: true, discInjury: true, noticeSeen: true);
        AssertAnswer(await PutAsync(ann, new { noticeSeen = false }), answered: true, discInjury: true, noticeSeen: false);
        AssertAnswer(await PutAsync(ann, new { }), answered: true, discInjury: true, noticeSeen: false);
    }

    [Fact]
    public async Task Put_Notice_AnswersNothing()
    {
        var ann = await _server.RegisterAsync();

        AssertAnswer(await PutAsync(ann, new { noticeSeen = true }), answered: false, discInjury: null, noticeSeen: true);
    }

    [Theory]
    [InlineData("""{"discInjury":"yes"}""", "discInjury")]
    [InlineData("""{"noticeSeen":1}""", "noticeSeen")]
    [InlineData("""{"answers":true}""", "answers")]
    public async Task Put_WrongKind_IsRefusedByField(string body, string field)
    {
        var ann = await _server.RegisterAsync();

        using var response = await ann.Browser.PutAsync(Path, new StringContent(body, System.Text.Encoding.UTF8, "application/json"));

        await response.ReadProblemAsync(HttpStatusCode.BadRequest, "malformed-request", field);
        AssertAnswer(await ann.Browser.ReadAsync(Path), answered: false, discInjury: null, noticeSeen: false);
    }

    [Fact]
    public async Task Delete_Answer_IsAsNeverAnswered()
    {
        var ann = await _server.RegisterAsync();
        await PutAsync(ann, new { discInjury = true, noticeSeen = true });

        using var deleted = await ann.Browser.DeleteAsync(Path);
        using var again = await ann.Browser.DeleteAsync(Path);

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NoContent), (deleted.StatusCode, again.StatusCode));
        AssertAnswer(await ann.Browser.ReadAsync(Path), answered: false, discInjury: null, noticeSeen: false);
    }

    [Fact]
    public async Task Answers_AreEachPersonsOwn()
    {
        var ann = await _server.RegisterAsync();
        var ben = await _server.RegisterAsync("Ben");
        await PutAsync(ann, new { discInjury = true });

        await PutAsync(ben, new { discInjury = false });
        using var deleted = await ben.Browser.DeleteAsync(Path);

        AssertAnswer(await ann.Browser.ReadAsync(Path), answered: true, discInjury: true, noticeSeen: false);
        AssertAnswer(await ben.Browser.ReadAsync(Path), answered: false, discInjury: null, noticeSeen: false);
    }

    [Fact]
    public async Task Answers_AreStoredByNobodyOnTheWay()
    {
        var ann = await _server.RegisterAsync();

        using var get = await ann.Browser.GetAsync(Path);
        using var put = await ann.Browser.PutAsJsonAsync(Path, new { discInjury = true });

        Assert.True(get.Headers.CacheControl?.NoStore);
        Assert.True(put.Headers.CacheControl?.NoStore);
    }

    [Fact]
    public async Task KeyLost_AnswerIsUnreadable_AndANoticeDoesNotReplaceIt()
    {
        await using var restarted = RestartWithAnotherKey();
        var ann = await (await AnswerAsync()).SignInAsync(restarted);

        AssertAnswer(await ann.Browser.ReadAsync(Path), answered: false, discInjury: null, noticeSeen: false, unreadable: true);
        using var notice = await ann.Browser.PutAsJsonAsync(Path, new { noticeSeen = true });

        await notice.ReadProblemAsync(HttpStatusCode.Conflict, "unreadable-answer", "discInjury");
        Assert.True((await ann.Browser.ReadAsync(Path)).GetProperty("unreadable").GetBoolean());
    }

    [Fact]
    public async Task KeyLost_AnsweredAgain_IsReadable()
    {
        await using var restarted = RestartWithAnotherKey();
        var ann = await (await AnswerAsync()).SignInAsync(restarted);

        AssertAnswer(await PutAsync(ann, new { discInjury = false }), answered: true, discInjury: false, noticeSeen: false);
    }

    [Fact]
    public async Task KeyLost_Deleted_IsAsNeverAnswered()
    {
        await using var restarted = RestartWithAnotherKey();
        var ann = await (await AnswerAsync()).SignInAsync(restarted);

        using var deleted = await ann.Browser.DeleteAsync(Path);

        AssertAnswer(await ann.Browser.ReadAsync(Path), answered: false, discInjury: null, noticeSeen: false);
    }

    private static async Task<JsonElement> PutAsync(TestPerson person, object change)
    {
        using var response = await person.Browser.PutAsJsonAsync(Path, change);
        return await response.ReadAsync();
    }

    private static void AssertAnswer(JsonElement answer, bool answered, bool? discInjury, bool noticeSeen, bool unreadable = false)
    {
        var expected = JsonSerializer.Serialize(new { answered, discInjury, noticeSeen, unreadable });
        Assert.Equal(expected, JsonSerializer.Serialize(answer));
    }

    private async Task<TestPerson> AnswerAsync()
    {
        var ann = await _server.RegisterAsync();
        await PutAsync(ann, new { discInjury = true, noticeSeen = true });
        return ann;
    }

    private TestServer RestartWithAnotherKey() => new()
    {
        Folder = _server.Folder,
        Settings = new() { ["Secrets:MasterKey"] = Convert.ToBase64String(new byte[32]) },
    };
}
