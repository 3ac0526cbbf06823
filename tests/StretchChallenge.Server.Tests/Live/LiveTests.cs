using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Time.Testing;
using StretchChallenge.Server.Tests.Fixture;
using StretchChallenge.Testing.Live;

namespace StretchChallenge.Server.Tests.Live;

public sealed class LiveTests(LiveTests.Server server) : IClassFixture<LiveTests.Server>
{
    private readonly WednesdayServer _server = server;
    private readonly FakeTimeProvider _clock = server.Time;

    [Fact]
    public async Task Sync_IsOpenToAll_AndTellsTheServersClock()
    {
        await using var visitor = await _server.ConnectAsync();

        var reading = await visitor.CallAsync("Sync", 12.5);

        Assert.Equal(12.5, reading.GetProperty("clientMs").GetDouble());
        Assert.Equal(_clock.GetUtcNow().ToUnixTimeMilliseconds(), reading.GetProperty("serverMs").GetDouble());
    }

    [Fact]
    public async Task CheckIn_ReachesThoseWhoWatch_AsTheNextVersion()
    {
        var (challenge, ben) = await ChallengeWithTeamAsync();
        await using var screen = await _server.ConnectAsync(challenge.Organiser);
        var snapshot = await screen.CallAsync("WatchStandings", challenge.Id, "teamPoints");

        await ben.DoRoutineAsync(_clock);
        var change = await NextAsync(screen);

        Assert.Equal(snapshot.GetProperty("version").GetInt64() + 1, change.GetProperty("version").GetInt64());
        Assert.Equal("teamPoints", change.Text("board"));
        var row = Assert.Single(change.GetProperty("rows").EnumerateArray());
        Assert.Equal("Blue", row.Text("name"));
        Assert.Equal((0, """{"done":1,"needed":null}"""), (row.GetProperty("points").GetInt64(), row.GetProperty("today").GetRawText()));
        Assert.Empty(change.GetProperty("removed").EnumerateArray());
    }

    [Fact]
    public async Task CheckIn_ReachesThoseWhoWatchPeople_AsAScoreWithoutARank()
    {
        var (challenge, ben) = await ChallengeWithTeamAsync();
        using var optedIn = await ben.Browser.PutAsJsonAsync("/api/account", new { showName = true });
        await using var screen = await _server.ConnectAsync(challenge.Organiser);
        var snapshot = await screen.CallAsync("WatchStandings", challenge.Id, "personStreak");

        await ben.DoRoutineAsync(_clock);
        var change = await NextAsync(screen);

        // The organiser is not listed, and with so few unlisted ones is not counted.
        Assert.Equal("[[[0,0],1]]", snapshot.GetProperty("scores").GetRawText());
        Assert.Equal("[[[1,1],1],[[0,0],0]]", change.GetProperty("scores").GetRawText());
        Assert.NotEmpty(snapshot.Text("epoch"));
        Assert.Equal((snapshot.GetProperty("version").GetInt64() + 1, 2), (change.GetProperty("version").GetInt64(), change.GetProperty("total").GetInt32()));
        var row = Assert.Single(change.GetProperty("rows").EnumerateArray());
        Assert.Equal(("Ben", 1, 1), (row.Text("name"), row.GetProperty("streak").GetInt32(), row.GetProperty("best").GetInt32()));
        Assert.False(row.TryGetProperty("rank", out _));
        Assert.False(row.TryGetProperty("morningRank", out _));
        Assert.Equal(1, snapshot.GetProperty("rows")[0].GetProperty("rank").GetInt32());
    }

    [Fact]
    public async Task Consistency_RowOfSomebodyWithoutARank_SaysSo()
    {
        var (challenge, ben) = await ChallengeWithTeamAsync();
        using var optedIn = await ben.Browser.PutAsJsonAsync("/api/account", new { showName = true });
        await using var screen = await _server.ConnectAsync(challenge.Organiser);
        await screen.CallAsync("WatchStandings", challenge.Id, "personConsistency");

        await ben.DoRoutineAsync(_clock);
        var change = await NextAsync(screen);

        Assert.Equal(JsonValueKind.Null, Assert.Single(change.GetProperty("rows").EnumerateArray()).GetProperty("rank").ValueKind);
    }

    [Fact]
    public async Task OwnRow_ComesToThePersonAlone()
    {
        var (challenge, ben) = await ChallengeWithTeamAsync();
        await using var screen = await _server.ConnectAsync(ben);
        await using var other = await _server.ConnectAsync(challenge.Organiser);
        var snapshot = await screen.CallAsync("WatchStandings", challenge.Id, "personStreak");
        await other.CallAsync("WatchStandings", challenge.Id, "personStreak");

        await ben.DoRoutineAsync(_clock);
        var change = await NextAsync(screen, "OwnRowChanged");

        Assert.Equal(1, snapshot.GetProperty("own").GetProperty("row").GetProperty("rank").GetInt32());
        var row = change.GetProperty("row");
        Assert.Equal((1, 1, 1), (row.GetProperty("streak").GetInt32(), row.GetProperty("done").GetInt32(), row.GetProperty("due").GetInt32()));
        Assert.Equal((challenge.Id, "personStreak"), (change.Text("challengeId"), change.Text("board")));
        Assert.False(change.TryGetProperty("userId", out _));
        await other.CallAsync("Sync", 0);
        Assert.False(other.Events.TryRead(out _));
    }

    [Fact]
    public async Task Around_IsTheOwnRowWithItsNeighbours()
    {
        var (challenge, ben) = await ChallengeWithTeamAsync();
        using var optedIn = await ben.Browser.PutAsJsonAsync("/api/account", new { showName = true });
        await using var screen = await _server.ConnectAsync(challenge.Organiser);

        var around = await screen.CallAsync("Around", challenge.Id, "personStreak");
        var team = await screen.CallAsync("Around", challenge.Id, "teamStreak");

        Assert.Equal(0, around.GetProperty("row").GetProperty("done").GetInt32());
        Assert.Equal("Ben", Assert.Single(around.GetProperty("around").EnumerateArray()).Text("name"));
        Assert.Equal(JsonValueKind.Null, team.ValueKind);
    }

    [Fact]
    public async Task WatchMe_TeamDayChanges_ComesToTheMembersAlone()
    {
        var challenge = await TestChallenge.CreateAsync(await _server.RegisterAsync(), TestDay.Monday);
        var blue = await challenge.AddTeamAsync("Blue");
        var people = new List<TestPerson>();
        for (var number = 0; number < 5; number++)
        {
            people.Add(await _server.RegisterAsync($"Ben {number}"));
            await challenge.JoinAsync(people[^1], "Blue");
        }

        await using var member = await _server.ConnectAsync(people[4]);
        await using var organiser = await _server.ConnectAsync(challenge.Organiser);
        await member.CallAsync("WatchMe");
        await member.CallAsync("WatchMe");
        await organiser.CallAsync("WatchMe");

        foreach (var person in people[..3])
        {
            await person.DoRoutineAsync(_clock);
        }

        var last = await TeamDayAsync(member, done: 3);

        Assert.Equal((blue, 0), (last.Text("teamId"), last.GetProperty("needed").GetInt32()));
        await organiser.CallAsync("Sync", 0);
        Assert.False(organiser.Events.TryRead(out _));
    }

    [Fact]
    public async Task WatchMe_DoneInAnotherBrowser_IsToldToThePersonAlone()
    {
        var (challenge, ben) = await ChallengeWithTeamAsync();
        await using var page = await _server.ConnectAsync(ben);
        await using var organiser = await _server.ConnectAsync(challenge.Organiser);
        await page.CallAsync("WatchMe");
        await organiser.CallAsync("WatchMe");

        await ben.DoRoutineAsync(_clock);

        Assert.Equal(TestDay.Wednesday, (await NextAsync(page, "TodayChanged")).Text("date"));
        await organiser.CallAsync("Sync", 0);
        Assert.False(organiser.Events.TryRead(out _));
    }

    [Fact]
    public async Task Unwatch_EndsTheChanges()
    {
        var (challenge, ben) = await ChallengeWithTeamAsync();
        await using var screen = await _server.ConnectAsync(challenge.Organiser);
        await screen.CallAsync("WatchStandings", challenge.Id, "teamPoints");
        await screen.CallAsync("WatchStandings", challenge.Id, "teamStreak");

        await screen.CallAsync("UnwatchStandings", challenge.Id, "teamPoints");
        await ben.DoRoutineAsync(_clock);
        var change = await NextAsync(screen);

        Assert.Equal("teamStreak", change.Text("board"));
    }

    [Fact]
    public async Task Watch_OfAStranger_IsRefused()
    {
        var (challenge, _) = await ChallengeWithTeamAsync();
        await using var stranger = await _server.ConnectAsync(await _server.RegisterAsync("Eve"));
        await using var visitor = await _server.ConnectAsync();

        await Assert.ThrowsAsync<HubException>(() => stranger.CallAsync("WatchStandings", challenge.Id, "teamStreak"));
        await Assert.ThrowsAsync<HubException>(() => visitor.CallAsync("WatchStandings", challenge.Id, "teamStreak"));
    }

    [Theory]
    [InlineData("fastest")]
    [InlineData(null)]
    public async Task Watch_OfAnUnknownBoard_NamesTheBoards(string? board)
    {
        var (challenge, _) = await ChallengeWithTeamAsync();
        await using var screen = await _server.ConnectAsync(challenge.Organiser);

        var refusal = await Assert.ThrowsAsync<HubException>(() => screen.CallAsync("WatchStandings", challenge.Id, board));

        Assert.Equal("unknown-board", refusal.ReadRefusal().Text("type"));
    }

    [Theory]
    [InlineData("https://elsewhere.example")]
    [InlineData("null")]
    public async Task Connect_FromAForeignOrigin_IsRefused(string origin) =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => _server.ConnectAsync(origin: origin));

    [Fact]
    public async Task Connect_FromOurOwnOrigin_IsAccepted()
    {
        await using var visitor = await _server.ConnectAsync(origin: "http://localhost");

        Assert.Equal(JsonValueKind.Object, (await visitor.CallAsync("Sync", 0)).ValueKind);
    }

    private async Task<(TestChallenge Challenge, TestPerson Ben)> ChallengeWithTeamAsync()
    {
        var challenge = await TestChallenge.CreateAsync(await _server.RegisterAsync(), TestDay.Monday);
        await challenge.AddTeamAsync("Blue");
        var ben = await _server.RegisterAsync("Ben");
        await challenge.JoinAsync(ben, "Blue");
        return (challenge, ben);
    }

    private async Task<JsonElement> TeamDayAsync(HubClient client, int done)
    {
        while (true)
        {
            _clock.Advance(TimeSpan.FromMilliseconds(250));
            var next = await client.Events.ReadAsync();
            Assert.Equal("TeamTodayChanged", next.Target);
            if (next.Message.GetProperty("done").GetInt32() == done)
            {
                return next.Message;
            }
        }
    }

    // Changes are published together, at most four times a second.
    private async Task<JsonElement> NextAsync(HubClient client, string wanted = "StandingsChanged")
    {
        _clock.Advance(TimeSpan.FromMilliseconds(250));
        while (true)
        {
            var next = await client.Events.ReadAsync();
            if (next.Target == wanted)
            {
                return next.Message;
            }
        }
    }

    public sealed class Server : WednesdayServer
    {
        // A routine of seconds: a jump of minutes on the clock would end the leases on the boards.
        public Server() => Settings["Routines:Pace"] = "100";
    }
}
