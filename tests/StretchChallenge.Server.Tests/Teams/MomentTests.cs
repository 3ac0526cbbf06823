using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using StretchChallenge.Server.Tests.Fixture;

namespace StretchChallenge.Server.Tests.Teams;

/// <summary>Milestones of team mates, and the reactions to them.</summary>
public sealed class MomentTests : IDisposable
{
    private readonly WednesdayServer _server = new();

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task List_AStreakOfFive_IsShownTodayAndTomorrow_AndReactionsAreCounted()
    {
        var (team, ann, ben, challenge) = await AfterFiveDaysAsync(named: true);
        var moment = Assert.Single(await MomentsAsync(ben, team));
        Assert.Equal(("Ann", "streak", 5, false), (moment.Text("name"), moment.Text("kind"), moment.GetProperty("count").GetInt32(), moment.GetProperty("self").GetBoolean()));

        using var clap = await ReactAsync(ben, team, moment.Text("id"), "clap");
        using var heart = await ReactAsync(ben, team, moment.Text("id"), "heart");
        var cem = await _server.RegisterAsync("Cem");
        await challenge.JoinAsync(cem, "Blue");
        using var other = await ReactAsync(cem, team, moment.Text("id"), "heart");

        Assert.Equal(HttpStatusCode.NoContent, clap.StatusCode);
        var own = Assert.Single(await MomentsAsync(ann, team));
        Assert.Equal("""[{"kind":"heart","count":2}]""", own.GetProperty("reactions").GetRawText());
        Assert.Equal((true, JsonValueKind.Null), (own.GetProperty("self").GetBoolean(), own.GetProperty("own").ValueKind));
        Assert.Equal("heart", Assert.Single(await MomentsAsync(ben, team)).Text("own"));

        _server.Time.Advance(TimeSpan.FromDays(1));
        Assert.Single(await MomentsAsync(ben, team));
        _server.Time.Advance(TimeSpan.FromDays(1));
        Assert.Empty(await MomentsAsync(ben, team));
    }

    [Fact]
    public async Task List_WhoIsNotNamed_IsInNone()
    {
        var (team, ann, ben, _) = await AfterFiveDaysAsync(named: true);
        var moment = Assert.Single(await MomentsAsync(ben, team)).Text("id");
        using var off = await ann.Browser.PutAsJsonAsync("/api/account", new { showName = false });

        Assert.Empty(await MomentsAsync(ben, team));
        using var react = await ReactAsync(ben, team, moment, "clap");
        await react.ReadProblemAsync(HttpStatusCode.NotFound, "unknown-moment");
    }

    [Fact]
    public async Task React_ByOthersOrToOneself_IsRefused()
    {
        var (team, ann, ben, challenge) = await AfterFiveDaysAsync(named: true);
        var moment = Assert.Single(await MomentsAsync(ben, team)).Text("id");
        var other = await _server.RegisterAsync("Oda");
        await challenge.JoinAsync(other);
        var stranger = await _server.RegisterAsync("Sam");

        using var own = await ReactAsync(ann, team, moment, "clap");
        using var byOther = await ReactAsync(other, team, moment, "clap");
        using var byStranger = await ReactAsync(stranger, team, moment, "clap");
        using var listed = await other.Browser.GetAsync($"/api/teams/{team}/moments");
        using var unknown = await ReactAsync(ben, team, "Streak-5-20260311-nobody", "clap");
        using var badKind = await ReactAsync(ben, team, moment, "shout");

        await own.ReadProblemAsync(HttpStatusCode.Conflict, "own-moment");
        await byOther.ReadProblemAsync(HttpStatusCode.NotFound, "unknown-team");
        await byStranger.ReadProblemAsync(HttpStatusCode.NotFound, "unknown-team");
        await listed.ReadProblemAsync(HttpStatusCode.NotFound, "unknown-team");
        await unknown.ReadProblemAsync(HttpStatusCode.NotFound, "unknown-moment");
        Assert.Equal(HttpStatusCode.BadRequest, badKind.StatusCode);
        Assert.Equal(0, Assert.Single(await MomentsAsync(ben, team)).GetProperty("reactions").GetArrayLength());
    }

    private async Task<(string Team, TestPerson Ann, TestPerson Ben, TestChallenge Challenge)> AfterFiveDaysAsync(bool named)
    {
        var challenge = await TestChallenge.CreateAsync(await _server.RegisterAsync(), TestDay.Monday);
        var ann = challenge.Organiser;
        var team = await challenge.AddTeamAsync("Blue");
        await challenge.JoinAsync(ann, "Blue");
        var ben = await _server.RegisterAsync("Ben");
        await challenge.JoinAsync(ben, "Blue");
        using var shown = await ann.Browser.PutAsJsonAsync("/api/account", new { showName = named });
        for (var day = 0; day < 5; day++)
        {
            if (day > 0)
            {
                _server.Time.Advance(TimeSpan.FromDays(1));
            }

            await ann.DoRoutineAsync(_server.Time);
        }

        return (team, ann, ben, challenge);
    }

    private static async Task<List<JsonElement>> MomentsAsync(TestPerson person, string team) =>
        [.. (await person.Browser.ReadAsync($"/api/teams/{team}/moments")).EnumerateArray()];

    private static Task<HttpResponseMessage> ReactAsync(TestPerson person, string team, string moment, string kind) =>
        person.Browser.PostAsJsonAsync($"/api/teams/{team}/moments/{moment}/reactions", new { kind });
}
