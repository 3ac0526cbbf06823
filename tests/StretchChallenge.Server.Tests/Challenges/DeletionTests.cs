using System.Net;
using System.Net.Http.Json;
using StretchChallenge.Server.Tests.Fixture;

namespace StretchChallenge.Server.Tests.Challenges;

/// <summary>A challenge made by mistake: deleted or moved before it starts.</summary>
[Trait("Category", "Faults")]
public sealed class DeletionTests(WednesdayServer server) : IClassFixture<WednesdayServer>
{
    private const string LaterMonday = "2026-04-06";

    private readonly WednesdayServer _server = server;

    [Fact]
    public async Task Delete_TakesBreaksWallsInvitationsAndMembershipsWithIt()
    {
        var challenge = await TestChallenge.CreateAsync(await _server.RegisterAsync(), LaterMonday);
        var ben = await _server.RegisterAsync("Ben");
        await challenge.JoinAsync(ben);
        using var made = await challenge.Organiser.Browser.PostAsync($"{challenge.Path}/walls", null);
        await using var wall = await _server.ConnectAsync();
        await wall.CallAsync("WatchWall", (await made.ReadAsync()).Text("token"));
        var rest = await TestLiveSession.OpenAsync(_server, challenge);
        var (screen, _) = await rest.JoinAsync(ben);
        await using var room = screen;

        using var deleted = await challenge.Organiser.Browser.DeleteAsync(challenge.Path);

        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        Assert.Equal("cancelled", (await rest.NextAsync(room, "SessionChanged")).Text("phase"));
        var shown = await rest.NextAsync(wall, "WallChanged");
        Assert.True(shown.GetProperty("revoked").GetBoolean() || (await rest.NextAsync(wall, "WallChanged")).GetProperty("revoked").GetBoolean());
        foreach (var person in new[] { challenge.Organiser, ben })
        {
            Assert.Empty((await person.Browser.ReadAsync("/api/challenges")).EnumerateArray());
            Assert.Empty((await person.Browser.ReadAsync("/api/today")).GetProperty("challenges").EnumerateArray());
        }

        using var invitation = await _server.CreateVisitor().GetAsync($"/api/invitations/{challenge.Code}");
        await invitation.ReadProblemAsync(HttpStatusCode.NotFound, "unknown-code", "code");
        using var session = await ben.Browser.GetAsync($"/api/sessions/{rest.Code}");
        await session.ReadProblemAsync(HttpStatusCode.NotFound, "unknown-code", "code");
    }

    [Fact]
    public async Task Change_BeforeTheStart_MovesFirstDayZoneAndWorkDays()
    {
        var challenge = await TestChallenge.CreateAsync(await _server.RegisterAsync(), LaterMonday);

        using var response = await challenge.Organiser.Browser.PutAsJsonAsync(
            challenge.Path, new { startsOn = "2026-04-13", timeZone = "Asia/Tokyo", workDays = new[] { "Mon" } });

        var view = await response.ReadAsync();
        Assert.Equal(("2026-04-13", "2026-06-07", "Asia/Tokyo"), (view.Text("startsOn"), view.Text("endsOn"), view.Text("timeZone")));
        Assert.Equal("""["Mon"]""", view.GetProperty("workDays").GetRawText());
    }

    [Theory]
    [InlineData("""{"startsOn":"2026-04-13"}""")]
    [InlineData("""{"timeZone":"Asia/Tokyo"}""")]
    [InlineData("""{"workDays":["Mon"]}""")]
    public async Task Change_AfterTheStart_IsAConflict(string change)
    {
        var challenge = await TestChallenge.CreateAsync(await _server.RegisterAsync(), TestDay.Monday);

        using var response = await challenge.Organiser.Browser.PutAsync(
            challenge.Path, new StringContent(change, System.Text.Encoding.UTF8, "application/json"));

        await response.ReadProblemAsync(HttpStatusCode.Conflict, "challenge-started");
    }

    [Theory]
    [InlineData("+012026-12-07T10:00:00Z", "malformed-request")]
    [InlineData("12026-12-07T10:00:00Z", "malformed-request")]
    [InlineData("", "malformed-request")]
    [InlineData("9999-12-31T10:00:00Z", "starts-too-late")]
    [InlineData("1970-01-01T00:00:00Z", "starts-in-the-past")]
    public async Task PlanBreak_AtAnImpossibleTime_IsRefused(string startsAt, string code)
    {
        var challenge = await TestChallenge.CreateAsync(await _server.RegisterAsync(), TestDay.Monday);

        using var response = await challenge.Organiser.Browser.PostAsJsonAsync(
            "/api/sessions", new { challengeId = challenge.Id, routineId = "desk-break-3", startsAt });

        await response.ReadProblemAsync(HttpStatusCode.BadRequest, code, "startsAt");
        Assert.Equal("null", (await challenge.Organiser.Browser.ReadAsync("/api/today")).GetProperty("nextSession").GetRawText());
    }
}
