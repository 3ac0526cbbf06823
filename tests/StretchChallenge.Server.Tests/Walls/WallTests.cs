using System.Net;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Time.Testing;
using StretchChallenge.Server.Tests.Fixture;

namespace StretchChallenge.Server.Tests.Walls;

/// <summary>A screen that nobody touches: next break, running break, team board.</summary>
public sealed class WallTests(WallTests.Server server) : IClassFixture<WallTests.Server>
{
    private readonly WednesdayServer _server = server;
    private readonly FakeTimeProvider _clock = server.Time;

    [Fact]
    public async Task Watch_ShowsTheBoard_ThenTheNextBreak_ThenWhereItStands()
    {
        var challenge = await ChallengeAsync();
        await using var wall = await _server.ConnectAsync();
        var first = await wall.CallAsync("WatchWall", await SetUpAsync(challenge));

        var rest = await TestLiveSession.OpenAsync(_server, challenge);
        var opened = await rest.NextAsync(wall, "WallChanged", TimeSpan.Zero);
        var (host, joined) = await rest.JoinAsync(rest.Host);
        await using var screen = host;
        await host.CallAsync("StartSession", rest.Code);
        var started = await rest.NextAsync(wall, "SessionChanged", TimeSpan.Zero);

        Assert.Equal("Blue", Assert.Single(first.GetProperty("board").GetProperty("rows").EnumerateArray()).Text("name"));
        Assert.Equal(System.Text.Json.JsonValueKind.Null, first.GetProperty("nextSession").ValueKind);
        Assert.Equal((rest.Code, "lobby"), (opened.GetProperty("nextSession").Text("code"), opened.GetProperty("session").Text("phase")));
        Assert.Equal(joined.GetProperty("steps").GetArrayLength(), opened.GetProperty("steps").GetArrayLength());
        Assert.Equal((rest.Id, 1, "running"), (started.Text("sessionId"), started.GetProperty("seq").GetInt32(), started.Text("phase")));
    }

    [Fact]
    public async Task Watch_PlannedBreak_IsShownWhenItsLobbyOpens()
    {
        var challenge = await ChallengeAsync();
        var rest = await TestLiveSession.OpenAsync(_server, challenge, _clock.GetUtcNow().AddMinutes(11));
        await using var wall = await _server.ConnectAsync();

        var first = await wall.CallAsync("WatchWall", await SetUpAsync(challenge));
        var opened = await rest.NextAsync(wall, "WallChanged", TimeSpan.FromMinutes(1));

        Assert.Equal((rest.Code, System.Text.Json.JsonValueKind.Null), (first.GetProperty("nextSession").Text("code"), first.GetProperty("session").ValueKind));
        Assert.Equal("lobby", opened.GetProperty("session").Text("phase"));
    }

    [Fact]
    public async Task Watch_GetsTheChangesOfTheTeamBoard()
    {
        var challenge = await ChallengeAsync();
        await using var wall = await _server.ConnectAsync();
        await wall.CallAsync("WatchWall", await SetUpAsync(challenge));
        var ben = await _server.RegisterAsync("Ben");
        await challenge.JoinAsync(ben, "Blue");
        var rest = await TestLiveSession.OpenAsync(_server, challenge, TestDay.WednesdayMorning.AddHours(1));

        await ben.DoRoutineAsync(_clock);
        var change = await rest.NextAsync(wall, "StandingsChanged");

        Assert.Equal("teamStreak", change.Text("board"));
    }

    [Fact]
    public async Task Revoked_EndsAtOnce_AndOpensNothingMore()
    {
        var challenge = await ChallengeAsync();
        var token = await SetUpAsync(challenge);
        var rest = await TestLiveSession.OpenAsync(_server, challenge);
        await using var wall = await _server.ConnectAsync();
        await wall.CallAsync("WatchWall", token);

        using var revoked = await challenge.Organiser.Browser.DeleteAsync($"{challenge.Path}/walls/{token}");
        var last = await rest.NextAsync(wall, "WallChanged", TimeSpan.Zero);
        using var again = await challenge.Organiser.Browser.DeleteAsync($"{challenge.Path}/walls/{token}");

        Assert.Equal(HttpStatusCode.NoContent, revoked.StatusCode);
        Assert.True(last.GetProperty("revoked").GetBoolean());
        await again.ReadProblemAsync(HttpStatusCode.NotFound, "unknown-wall");
        await Assert.ThrowsAsync<HubException>(() => wall.CallAsync("WatchWall", token));
    }

    [Fact]
    [Trait("Category", "Faults")]
    public async Task Snapshot_ByTheTokenInAHeader_IsWhatTheHubAnswers()
    {
        var challenge = await ChallengeAsync();
        var token = await SetUpAsync(challenge);
        await TestLiveSession.OpenAsync(_server, challenge);
        await using var wall = await _server.ConnectAsync();
        var watched = await wall.CallAsync("WatchWall", token);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/walls/snapshot") { Headers = { { "X-Wall-Token", token } } };

        using var response = await _server.CreateVisitor().SendAsync(request);

        Assert.Equal("no-store", response.Headers.CacheControl?.ToString());
        Assert.Equal(watched.ToString(), (await response.ReadAsync()).ToString());
    }

    [Theory]
    [InlineData("made up")]
    [InlineData("")]
    [InlineData(null)]
    public async Task Watch_TokenOfNothing_IsRefused(string? token)
    {
        await using var wall = await _server.ConnectAsync();

        await Assert.ThrowsAsync<HubException>(() => wall.CallAsync("WatchWall", token));
    }

    [Fact]
    public async Task Page_IsNeverKept_AndTellsNobodyItsAddress()
    {
        using var page = await _server.CreateVisitor().GetAsync("/wall/secret");

        Assert.Equal("no-store", page.Headers.CacheControl?.ToString());
        Assert.Equal("no-referrer", Assert.Single(page.Headers.GetValues("Referrer-Policy")));
    }

    private async Task<TestChallenge> ChallengeAsync()
    {
        var challenge = await TestChallenge.CreateAsync(await _server.RegisterAsync(), TestDay.Monday);
        await challenge.AddTeamAsync("Blue");
        return challenge;
    }

    private static async Task<string> SetUpAsync(TestChallenge challenge)
    {
        using var response = await challenge.Organiser.Browser.PostAsync($"{challenge.Path}/walls", null);
        return (await response.ReadAsync()).Text("token");
    }

    public sealed class Server : WednesdayServer
    {
        public Server() => Settings[TestLiveSession.Fast.Key] = TestLiveSession.Fast.Value;
    }
}
