using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using StretchChallenge.Server.Tests.Fixture;

namespace StretchChallenge.Server.Tests.Idempotency;

public sealed class IdempotencyKeyTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _clock = new(TestDay.WednesdayMorning);
    private readonly TestServer _server;
    private TestChallenge _challenge = null!;

    public IdempotencyKeyTests() => _server = new TestServer { Clock = _clock };

    private TestPerson Ann => _challenge.Organiser;

    public async Task InitializeAsync() =>
        _challenge = await TestChallenge.CreateAsync(await _server.RegisterAsync(), TestDay.Monday);

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Post_SameAgain_GetsTheFirstAnswerAndDoesNothing()
    {
        using var first = await AddTeamAsync(Ann, "key", "Blue");
        using var second = await AddTeamAsync(Ann, "key", "Blue");

        Assert.Equal((await first.ReadAsync()).ToString(), (await second.ReadAsync()).ToString());
        Assert.Equal(first.Content.Headers.ContentType, second.Content.Headers.ContentType);
        Assert.False(first.Headers.Contains("Idempotency-Replayed"));
        Assert.Equal("true", Assert.Single(second.Headers.GetValues("Idempotency-Replayed")));
        Assert.Equal(["Blue"], await TeamsAsync());
    }

    [Fact]
    public async Task Post_OtherBody_IsConflictAndDoesNothing()
    {
        using var first = await AddTeamAsync(Ann, "key", "Blue");
        using var second = await AddTeamAsync(Ann, "key", "Green");

        await second.ReadProblemAsync(HttpStatusCode.Conflict, "idempotency-key-reused");
        Assert.Equal(["Blue"], await TeamsAsync());
    }

    [Fact]
    public async Task Post_RefusedTheFirstTime_IsRefusedTheSameWayAgain()
    {
        using var first = await AddTeamAsync(Ann, "key", "");
        using var second = await AddTeamAsync(Ann, "key", "");
        using var other = await AddTeamAsync(Ann, "key", "Blue");

        Assert.Equal(
            (await first.ReadProblemAsync(HttpStatusCode.BadRequest, "invalid-request", "name")).ToString(),
            (await second.ReadProblemAsync(HttpStatusCode.BadRequest, "invalid-request", "name")).ToString());
        await other.ReadProblemAsync(HttpStatusCode.Conflict, "idempotency-key-reused");
    }

    [Fact]
    public async Task Post_UnreadableTheFirstTime_IsKeptToo()
    {
        using var first = await PostAsync(Ann, "key", "{");
        using var second = await PostAsync(Ann, "key", "{");
        using var other = await AddTeamAsync(Ann, "key", "Blue");

        await second.ReadProblemAsync(HttpStatusCode.BadRequest, "malformed-request");
        Assert.True(second.Headers.Contains("Idempotency-Replayed"));
        await other.ReadProblemAsync(HttpStatusCode.Conflict, "idempotency-key-reused");
    }

    [Fact]
    public async Task Post_AnotherPersonOrPath_IsAnotherKey()
    {
        var ben = await _server.RegisterAsync("Ben");
        await _challenge.JoinAsync(ben);

        using var ofAnn = await AddTeamAsync(Ann, "key", "Blue");
        using var ofBen = await AddTeamAsync(ben, "key", "Green");
        using var elsewhere = await Ann.Browser.SendAsync(Request($"{_challenge.Path}/code", "key", ""));

        await ofBen.ReadAsync();
        await elsewhere.ReadAsync();
        Assert.Equal(["Blue", "Green"], (await TeamsAsync()).Order());
    }

    [Fact]
    public async Task Post_AfterADay_IsNew()
    {
        using var first = await AddTeamAsync(Ann, "key", "Blue");
        _clock.Advance(TimeSpan.FromHours(24) + TimeSpan.FromSeconds(1));

        using var second = await AddTeamAsync(Ann, "key", "Green");

        await second.ReadAsync();
        Assert.Equal(["Blue", "Green"], (await TeamsAsync()).Order());
    }

    [Fact]
    public async Task Post_SameManyTimesAtOnce_IsDoneOnce()
    {
        var responses = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => AddTeamAsync(Ann, "key", "Blue")));

        var answered = responses.Where(response => response.StatusCode == HttpStatusCode.OK).ToList();
        var ids = await Task.WhenAll(answered.Select(async response => (await response.ReadAsync()).Text("id")));
        Assert.Single(ids.Distinct());
        foreach (var response in responses.Except(answered))
        {
            await response.ReadProblemAsync(HttpStatusCode.Conflict, "idempotency-key-in-use");
            Assert.NotNull(response.Headers.RetryAfter);
        }

        Assert.Equal(["Blue"], await TeamsAsync());
    }

    [Theory]
    [InlineData("two words")]
    [InlineData("größe")]
    [InlineData("tab\there")]
    public async Task Post_KeyOfWrongForm_IsRefused(string key)
    {
        using var response = await AddTeamAsync(Ann, key, "Blue");

        await response.ReadProblemAsync(HttpStatusCode.BadRequest, "invalid-request", "Idempotency-Key");
        Assert.Empty(await TeamsAsync());
    }

    [Theory]
    [InlineData(128, HttpStatusCode.OK)]
    [InlineData(129, HttpStatusCode.BadRequest)]
    public async Task Post_LongKey_IsTakenUpToABound(int length, HttpStatusCode status)
    {
        using var response = await AddTeamAsync(Ann, new string('k', length), "Blue");

        await response.ReadAsync(status);
    }

    [Fact]
    public async Task Post_NotSignedIn_IsNotKept()
    {
        using var before = await _server.CreateVisitor().SendAsync(Request($"{_challenge.Path}/teams", "key", """{"name":"Blue"}"""));
        using var after = await AddTeamAsync(Ann, "key", "Green");

        await before.ReadProblemAsync(HttpStatusCode.Unauthorized, "not-signed-in");
        await after.ReadAsync();
    }

    [Fact]
    public async Task Post_UnderAccount_IgnoresTheKey()
    {
        using var request = Request("/api/account/login", "key", JsonSerializer.Serialize(new { email = Ann.Email, password = "wrong" }));
        using var wrong = await Ann.Browser.SendAsync(request);
        using var again = Request("/api/account/login", "key", JsonSerializer.Serialize(new { email = Ann.Email, password = Ann.Password }));
        using var right = await Ann.Browser.SendAsync(again);

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.OK), (wrong.StatusCode, right.StatusCode));
    }

    private Task<HttpResponseMessage> AddTeamAsync(TestPerson person, string key, string name) =>
        PostAsync(person, key, JsonSerializer.Serialize(new { name }));

    private Task<HttpResponseMessage> PostAsync(TestPerson person, string key, string body) =>
        person.Browser.SendAsync(Request($"{_challenge.Path}/teams", key, body));

    private async Task<IEnumerable<string>> TeamsAsync() =>
        (await Ann.Browser.ReadAsync(_challenge.Path)).GetProperty("teams").EnumerateArray().Select(team => team.Text("name")).ToList();

    private static HttpRequestMessage Request(string path, string key, string body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        return request;
    }
}
