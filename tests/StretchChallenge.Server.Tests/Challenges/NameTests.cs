using System.Net;
using System.Net.Http.Json;
using StretchChallenge.Server.Tests.Fixture;

namespace StretchChallenge.Server.Tests.Challenges;

/// <summary>Names of people, teams and challenges can be seen, and teams' told apart.</summary>
[Trait("Category", "Faults")]
public sealed class NameTests(WednesdayServer server) : IClassFixture<WednesdayServer>
{
    private readonly WednesdayServer _server = server;

    [Theory]
    [InlineData("\u3164")]
    [InlineData("\u115f\u1160")]
    [InlineData("\uffa0")]
    [InlineData("\u2800")]
    [InlineData("\U0001d159")]
    [InlineData("\u200d\u034f")]
    public async Task Name_OfNothingVisible_IsMissing(string name)
    {
        var challenge = await NewChallengeAsync();
        var request = TestChallenge.Request(TestDay.Monday);
        request["name"] = name;
        var registration = TestPerson.Registration();
        registration["displayName"] = name;

        using var registered = await _server.CreateVisitor().PostAsJsonAsync("/api/account/register", registration);
        using var renamed = await challenge.Organiser.Browser.PutAsJsonAsync("/api/account", new { displayName = name });
        using var created = await challenge.Organiser.Browser.PostAsJsonAsync("/api/challenges", request);
        using var changed = await challenge.Organiser.Browser.PutAsJsonAsync(challenge.Path, new { name });
        using var team = await challenge.Organiser.Browser.PostAsJsonAsync($"{challenge.Path}/teams", new { name });

        foreach (var (response, field) in new[] { (registered, "displayName"), (renamed, "displayName"), (created, "name"), (changed, "name"), (team, "name") })
        {
            var problem = await response.ReadProblemAsync(HttpStatusCode.BadRequest, "invalid-request", field);
            Assert.Contains("missing", problem.Text("detail"), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("Blue", "Bl\u200cue")]
    [InlineData("Blue", "Bl\u200due")]
    [InlineData("Blue", "Bl\u034fue")]
    [InlineData("Blue", "Blue\ufe0f")]
    [InlineData("Blue", "Blue\u3164")]
    [InlineData("Blue", "Blue\u2800")]
    [InlineData("Blue", "Blu\u0435")]
    [InlineData("Blue", "BLUE")]
    [InlineData("Stra\u00dfe", "STRASSE")]
    public async Task AddTeam_OfANameThatIsAlike_IsRefused(string first, string second)
    {
        var challenge = await NewChallengeAsync();
        await challenge.AddTeamAsync(first);

        using var response = await challenge.Organiser.Browser.PostAsJsonAsync($"{challenge.Path}/teams", new { name = second });

        await response.ReadProblemAsync(HttpStatusCode.Conflict, "team-exists");
    }

    [Fact]
    public async Task Join_TeamTypedAlike_IsInTheTeam()
    {
        var challenge = await NewChallengeAsync();
        var team = await challenge.AddTeamAsync("Stra\u00dfe");

        var view = await challenge.JoinAsync(await _server.RegisterAsync("Ben"), "strasse");

        Assert.Equal(team, view.Text("ownTeam"));
    }

    [Theory]
    [InlineData(" {0}")]
    [InlineData("{0}\n")]
    [InlineData("{0}.")]
    [InlineData("{0}\u200b")]
    [InlineData("https://stretch.example.com/join/{0}")]
    public async Task Code_AsPeopleTypeIt_OpensTheInvitation(string typed)
    {
        var challenge = await NewChallengeAsync();
        var code = string.Format(null, typed, $"{challenge.Code[..5].ToLowerInvariant()}\u2013{challenge.Code[5..]}");
        var ben = await _server.RegisterAsync("Ben");

        var invitation = await _server.CreateVisitor().ReadAsync($"/api/invitations/{Uri.EscapeDataString(code)}");
        using var joined = await ben.Browser.PostAsJsonAsync("/api/challenges/join", new { code });

        Assert.Equal("Spring", invitation.Text("name"));
        Assert.Equal(challenge.Id, (await joined.ReadAsync()).Text("id"));
    }

    private async Task<TestChallenge> NewChallengeAsync() =>
        await TestChallenge.CreateAsync(await _server.RegisterAsync(), TestDay.Monday);
}
