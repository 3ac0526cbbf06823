using System.Net;
using System.Net.Http.Json;
using StretchChallenge.Server.Tests.Fixture;

namespace StretchChallenge.Server.Tests.Challenges;

public sealed class JoinTests(WednesdayServer server) : IClassFixture<WednesdayServer>
{
    private readonly WednesdayServer _server = server;

    [Fact]
    public async Task Invitation_IsOpenToAllWhoHaveTheCode()
    {
        var challenge = await NewChallengeAsync();
        await challenge.AddTeamAsync("Blue");

        var invitation = await _server.CreateVisitor().ReadAsync($"/api/invitations/{challenge.Code.ToLowerInvariant()}");

        Assert.Equal("Spring", invitation.Text("name"));
        Assert.Equal("Europe/Berlin", invitation.Text("timeZone"));
        Assert.Equal("Blue", Assert.Single(invitation.GetProperty("teams").EnumerateArray()).Text("name"));
        Assert.False(invitation.TryGetProperty("id", out _));
    }

    [Fact]
    public async Task Join_ByTeamNameWithoutRegardToCase_IsInTheTeam()
    {
        var challenge = await NewChallengeAsync();
        var blue = await challenge.AddTeamAsync("Blue");

        var view = await challenge.JoinAsync(await _server.RegisterAsync("Ben"), "bLUE");

        Assert.Equal("participant", view.Text("role"));
        Assert.Equal(blue, view.Text("ownTeam"));
        Assert.Equal(2, view.GetProperty("participants").GetInt32());
    }

    [Fact]
    public async Task Join_Twice_ChangesTheTeam()
    {
        var challenge = await NewChallengeAsync();
        await challenge.AddTeamAsync("Blue");
        var red = await challenge.AddTeamAsync("Red");
        var ben = await _server.RegisterAsync("Ben");
        await challenge.JoinAsync(ben, "Blue");

        var view = await challenge.JoinAsync(ben, red);

        Assert.Equal(red, view.Text("ownTeam"));
        Assert.Equal(2, view.GetProperty("participants").GetInt32());
    }

    [Fact]
    public async Task Join_UnknownTeam_IsRefusedAndJoinsNothing()
    {
        var challenge = await NewChallengeAsync();
        var ben = await _server.RegisterAsync("Ben");

        using var response = await ben.Browser.PostAsJsonAsync("/api/challenges/join", new { code = challenge.Code, team = "Nobody" });

        await response.ReadProblemAsync(HttpStatusCode.NotFound, "unknown-team");
        Assert.Empty((await ben.Browser.ReadAsync("/api/challenges")).EnumerateArray());
    }

    [Theory]
    [InlineData("AAAAAAAAAA", HttpStatusCode.NotFound, "unknown-code", new[] { "code" })]
    [InlineData("", HttpStatusCode.BadRequest, "invalid-request", new[] { "code" })]
    [InlineData(null, HttpStatusCode.BadRequest, "invalid-request", new[] { "code" })]
    public async Task Join_WithoutAValidCode_IsRefused(string? code, HttpStatusCode status, string problem, string[] fields)
    {
        var ben = await _server.RegisterAsync("Ben");

        using var response = await ben.Browser.PostAsJsonAsync("/api/challenges/join", new { code });

        await response.ReadProblemAsync(status, problem, fields);
    }

    [Fact]
    public async Task Join_AfterTheEnd_IsRefused()
    {
        using var later = new WednesdayServer();
        var challenge = await TestChallenge.CreateAsync(await later.RegisterAsync(), TestDay.Monday);

        later.Time.Advance(TimeSpan.FromDays(56));
        var ben = await later.RegisterAsync("Ben");
        using var response = await ben.Browser.PostAsJsonAsync("/api/challenges/join", new { code = challenge.Code });

        await response.ReadProblemAsync(HttpStatusCode.Conflict, "challenge-over");
    }

    [Fact]
    public async Task AddTeam_OfAnExistingName_IsRefused()
    {
        var challenge = await NewChallengeAsync();
        await challenge.AddTeamAsync("Blue");

        using var response = await challenge.Organiser.Browser.PostAsJsonAsync($"{challenge.Path}/teams", new { name = " blue " });

        await response.ReadProblemAsync(HttpStatusCode.Conflict, "team-exists");
    }

    [Fact]
    public async Task Leave_ThenComeBack_KeepsTheChallengeApartMeanwhile()
    {
        var challenge = await NewChallengeAsync();
        var ben = await _server.RegisterAsync("Ben");
        await challenge.JoinAsync(ben);

        using var left = await ben.Browser.PostAsync($"{challenge.Path}/leave", null);
        using var away = await ben.Browser.GetAsync(challenge.Path);
        var back = await challenge.JoinAsync(ben);

        Assert.Equal(HttpStatusCode.NoContent, left.StatusCode);
        await away.ReadProblemAsync(HttpStatusCode.NotFound, "unknown-challenge");
        Assert.Equal("participant", back.Text("role"));
    }

    [Fact]
    public async Task Leave_ByTheLastOrganiser_IsRefusedUntilHandedOver()
    {
        var challenge = await NewChallengeAsync();
        var ben = await _server.RegisterAsync("Ben");
        await challenge.JoinAsync(ben);

        using var refused = await challenge.Organiser.Browser.PostAsync($"{challenge.Path}/leave", null);
        using var handedOver = await challenge.Organiser.Browser.PutAsJsonAsync(
            $"{challenge.Path}/members/{ben.Id}", new { role = "organiser" });
        using var left = await challenge.Organiser.Browser.PostAsync($"{challenge.Path}/leave", null);

        await refused.ReadProblemAsync(HttpStatusCode.Conflict, "last-organiser");
        Assert.Equal(HttpStatusCode.NoContent, handedOver.StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, left.StatusCode);
    }

    [Fact]
    public async Task SetMember_ToAnUnknownRole_NamesTheField()
    {
        var challenge = await NewChallengeAsync();

        using var response = await challenge.Organiser.Browser.PutAsJsonAsync(
            $"{challenge.Path}/members/{challenge.Organiser.Id}", new { role = "boss" });

        await response.ReadProblemAsync(HttpStatusCode.BadRequest, "malformed-request", "role");
    }

    private async Task<TestChallenge> NewChallengeAsync() =>
        await TestChallenge.CreateAsync(await _server.RegisterAsync(), TestDay.Monday);
}
