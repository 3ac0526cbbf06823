using System.Net;
using System.Net.Http.Json;
using StretchChallenge.Server.Tests.Fixture;

namespace StretchChallenge.Server.Tests.Standings;

public sealed class StandingsTests(WednesdayServer server) : IClassFixture<WednesdayServer>
{
    private readonly WednesdayServer _server = server;

    [Fact]
    public async Task Boards_RankTeamsFromThreeStartedMembersOn()
    {
        var challenge = await TestChallenge.CreateAsync(await _server.RegisterAsync(), TestDay.Monday);
        await challenge.AddTeamAsync("Blue");
        await challenge.AddTeamAsync("Red");
        foreach (var name in new[] { "Ben", "Cleo", "Dan" })
        {
            var person = await _server.RegisterAsync(name);
            await challenge.JoinAsync(person, "Blue");
            await person.DoRoutineAsync(_server.Time);
        }

        var board = await challenge.Organiser.Browser.ReadAsync($"{challenge.Path}/standings/teamStreak");

        var rows = board.GetProperty("rows").EnumerateArray().ToArray();
        Assert.Equal(["Blue", "Red"], rows.Select(row => row.Text("name")));
        Assert.Equal(1, rows[0].GetProperty("rank").GetInt32());
        Assert.Equal(1, rows[0].GetProperty("streak").GetInt32());
        Assert.Equal(0, rows[0].GetProperty("points").GetInt64());
        Assert.Equal("""{"done":3,"needed":null}""", rows[0].GetProperty("today").GetRawText());
        Assert.Equal(System.Text.Json.JsonValueKind.Null, rows[1].GetProperty("rank").ValueKind);
    }

    [Fact]
    public async Task People_AreListedOnlyWhereTheyOptedIn_ButSeeThemselves()
    {
        var challenge = await TestChallenge.CreateAsync(await _server.RegisterAsync(), TestDay.Monday);
        var ben = await _server.RegisterAsync("Ben");
        await challenge.JoinAsync(ben);
        await ben.DoRoutineAsync(_server.Time);

        var hidden = await ben.Browser.ReadAsync($"{challenge.Path}/standings/personStreak");
        using var optedIn = await ben.Browser.PutAsJsonAsync("/api/account", new { showName = true });
        var shown = await challenge.Organiser.Browser.ReadAsync($"{challenge.Path}/standings/personStreak");

        Assert.Empty(hidden.GetProperty("rows").EnumerateArray());
        Assert.Equal(2, hidden.GetProperty("total").GetInt32());
        Assert.Equal(1, hidden.GetProperty("own").GetProperty("row").GetProperty("rank").GetInt32());
        Assert.Equal("Ben", Assert.Single(shown.GetProperty("rows").EnumerateArray()).Text("name"));
        Assert.Equal("Ben", Assert.Single(shown.GetProperty("own").GetProperty("around").EnumerateArray()).Text("name"));
        Assert.Equal(1, hidden.GetProperty("own").GetProperty("row").GetProperty("due").GetInt32());
        foreach (var theirs in new[] { shown.GetProperty("rows"), shown.GetProperty("own").GetProperty("around") })
        {
            Assert.Equal(100, theirs[0].GetProperty("percent").GetInt32());
            Assert.All(["due", "done", "pending"], name => Assert.False(theirs[0].TryGetProperty(name, out _)));
        }
    }

    [Theory]
    [InlineData("standings/fastest", HttpStatusCode.NotFound)]
    [InlineData("standings/teamStreak?top=0", HttpStatusCode.BadRequest)]
    [InlineData("standings/teamStreak?top=100000", HttpStatusCode.BadRequest)]
    [InlineData("standings/teamStreak?top=many", HttpStatusCode.BadRequest)]
    [InlineData("standings/teamStreak?top=1", HttpStatusCode.OK)]
    public async Task Get_OfAnUnknownBoardOrLength_IsRefused(string path, HttpStatusCode status)
    {
        var challenge = await TestChallenge.CreateAsync(await _server.RegisterAsync(), TestDay.Monday);

        using var response = await challenge.Organiser.Browser.GetAsync($"{challenge.Path}/{path}");

        Assert.Equal(status, response.StatusCode);
    }
}
