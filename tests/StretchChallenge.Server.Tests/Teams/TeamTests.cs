using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using StretchChallenge.Server.Tests.Fixture;

namespace StretchChallenge.Server.Tests.Teams;

public sealed class TeamTests(WednesdayServer server) : IClassFixture<WednesdayServer>
{
    private readonly WednesdayServer _server = server;

    [Fact]
    public async Task Get_SmallTeam_TellsTheNumberDoneAndNothingOfWhoWasDue()
    {
        var challenge = await TestChallenge.CreateAsync(await _server.RegisterAsync(), TestDay.Monday);
        var blue = await challenge.AddTeamAsync("Blue");
        var ben = await _server.RegisterAsync("Ben");
        await challenge.JoinAsync(ben, "Blue");
        await ben.DoRoutineAsync(_server.Time);

        var team = await challenge.Organiser.Browser.ReadAsync($"/api/teams/{blue}");

        Assert.Equal(("Blue", challenge.Id, "organiser"), (team.Text("name"), team.Text("challengeId"), team.Text("role")));
        Assert.Equal("""{"done":1,"needed":null}""", team.GetProperty("today").GetRawText());
        Assert.Equal(JsonValueKind.Null, team.GetProperty("rank").ValueKind);
        Assert.Equal(0, team.GetProperty("points").GetInt64());
        var shownToBen = (await ben.Browser.ReadAsync("/api/today")).GetProperty("challenges")[0].GetProperty("team");
        Assert.Equal("""{"done":1,"needed":null}""", shownToBen.GetProperty("today").GetRawText());
        var today = team.GetProperty("days").EnumerateArray().Single(day => day.Text("date") == TestDay.Wednesday);
        Assert.Equal($$"""{"date":"{{TestDay.Wednesday}}","state":null,"done":1,"needed":null}""", today.GetRawText());
    }

    [Fact]
    public async Task Get_Members_AreNamedOnlyWhereTheyOptedIn_ButSeeThemselves()
    {
        var challenge = await TestChallenge.CreateAsync(await _server.RegisterAsync(), TestDay.Monday);
        var blue = await challenge.AddTeamAsync("Blue");
        var ben = await _server.RegisterAsync("Ben");
        var eve = await _server.RegisterAsync("Eve");
        await challenge.JoinAsync(ben, "Blue");
        await challenge.JoinAsync(eve, "Blue");
        using var optedIn = await eve.Browser.PutAsJsonAsync("/api/account", new { showName = true });
        await ben.DoRoutineAsync(_server.Time);
        await eve.DoRoutineAsync(_server.Time);

        var toBen = await ben.Browser.ReadAsync($"/api/teams/{blue}");
        var toOrganiser = await challenge.Organiser.Browser.ReadAsync($"/api/teams/{blue}");

        Assert.Equal(["Ben", "Eve"], Names(toBen));
        Assert.Equal(["Eve"], Names(toOrganiser));
        Assert.Equal((0, 1), (toBen.GetProperty("othersCount").GetInt32(), toOrganiser.GetProperty("othersCount").GetInt32()));
        Assert.Equal("""["Eve"]""", toBen.GetProperty("doneToday").GetRawText());
        Assert.Equal("""["Eve"]""", toOrganiser.GetProperty("doneToday").GetRawText());
        Assert.DoesNotContain(ben.Id, toOrganiser.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_UnknownTeam_AnswersAsATeamOfStrangersDoes()
    {
        var challenge = await TestChallenge.CreateAsync(await _server.RegisterAsync(), TestDay.Monday);
        var blue = await challenge.AddTeamAsync("Blue");
        var stranger = await _server.RegisterAsync("Eve");

        using var theirs = await stranger.Browser.GetAsync($"/api/teams/{blue}");
        using var nobodys = await stranger.Browser.GetAsync("/api/teams/nothing");

        var first = await theirs.ReadProblemAsync(HttpStatusCode.NotFound, "unknown-team");
        var second = await nobodys.ReadProblemAsync(HttpStatusCode.NotFound, "unknown-team");
        Assert.Equal(first.Text("detail"), second.Text("detail"));
    }

    private static IEnumerable<string> Names(JsonElement team) =>
        team.GetProperty("members").EnumerateArray().Select(member => member.Text("displayName"));
}
