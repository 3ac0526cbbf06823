using System.Net;
using System.Net.Http.Json;
using System.Text;
using StretchChallenge.Server.Challenges.Import;
using StretchChallenge.Server.Tests.Fixture;

namespace StretchChallenge.Server.Tests.Challenges;

/// <summary>The organiser's console, through the whole pipeline.</summary>
public sealed class OrganiserTests(WednesdayServer server) : IClassFixture<WednesdayServer>
{
    [Fact]
    public async Task Members_HaveTheirRoleTeamAndActivityWord_AndNothingOfTheirDays()
    {
        var challenge = await StartAsync();
        var ben = await JoinAsync(challenge, "Ben");
        var blue = await challenge.AddTeamAsync("Blue");
        await challenge.JoinAsync(ben, blue);

        var members = await challenge.Organiser.Browser.ReadAsync($"{challenge.Path}/members?q=BEN");

        var row = Assert.Single(members.EnumerateArray());
        Assert.Equal(
            ["activity", "email", "name", "nextTeam", "role", "team", "userId"], row.EnumerateObject().Select(field => field.Name).Order());
        Assert.Equal(
            (ben.Id, "Ben", ben.Email, "participant", blue, "never"),
            (row.Text("userId"), row.Text("name"), row.Text("email"), row.Text("role"), row.Text("team"), row.Text("activity")));
        Assert.Empty((await challenge.Organiser.Browser.ReadAsync($"{challenge.Path}/members?activity=lately")).EnumerateArray());
        Assert.Single((await challenge.Organiser.Browser.ReadAsync($"{challenge.Path}/members?team=")).EnumerateArray());
        Assert.Equal(2, (await challenge.Organiser.Browser.ReadAsync($"{challenge.Path}/members?q=")).GetArrayLength());
    }

    [Theory]
    [InlineData("activity=today", HttpStatusCode.BadRequest)]
    [InlineData("after=a%20b", HttpStatusCode.BadRequest)]
    [InlineData("team=%27", HttpStatusCode.BadRequest)]
    public async Task Members_WithAnImpossibleFilter_AreRefused(string query, HttpStatusCode status)
    {
        var challenge = await StartAsync();

        using var response = await challenge.Organiser.Browser.GetAsync($"{challenge.Path}/members?{query}");

        Assert.Equal(status, response.StatusCode);
    }

    [Fact]
    public async Task Import_Preview_TellsMistakesAndDoesNothing_AndTheRestIsAllOrNothing()
    {
        var challenge = await StartAsync();
        const string File = "email,team,role\na@x.org,Green,captain\nnobody,Green,\n";

        using var preview = await PostAsync(challenge, "members/import?preview=true", File);
        using var import = await PostAsync(challenge, "members/import", File);

        var found = await preview.ReadAsync();
        var fault = Assert.Single(found.GetProperty("errors").EnumerateArray());
        Assert.Equal((2, 3, "email", "not-an-email"), (found.GetProperty("rows").GetInt32(), fault.GetProperty("row").GetInt32(), fault.Text("field"), fault.Text("code")));
        await import.ReadProblemAsync(HttpStatusCode.BadRequest, "rows-refused", "rows[3].email");
        Assert.Empty((await challenge.Organiser.Browser.ReadAsync($"{challenge.Path}/invited")).EnumerateArray());
        Assert.Empty((await challenge.Organiser.Browser.ReadAsync(challenge.Path)).GetProperty("teams").EnumerateArray());
    }

    [Fact]
    public async Task Import_OffersTheChallengeToTheAddress_AndGivesNoRoleByItself()
    {
        var challenge = await StartAsync();
        var ben = await server.RegisterAsync("Ben");
        using var import = await PostAsync(challenge, "members/import", $"E-Mail;Rolle;Team\n{ben.Email.ToUpperInvariant()};Organisation;Green\n");
        Assert.Equal((1, 1), await import.ReadAsync() is var done ? (done.GetProperty("invited").GetInt32(), done.GetProperty("teamsMade").GetInt32()) : default);

        var offer = Assert.Single((await ben.Browser.ReadAsync("/api/invitations")).EnumerateArray());
        Assert.Equal(["name"], offer.EnumerateObject().Select(field => field.Name).Order());
        using var stranger = await ben.Browser.GetAsync(challenge.Path);
        Assert.Equal(HttpStatusCode.NotFound, stranger.StatusCode);

        using var join = await ben.Browser.PostAsJsonAsync("/api/challenges/join", new { code = challenge.Code });

        var view = await join.ReadAsync();
        Assert.Equal("participant", view.Text("role"));
        Assert.Equal(Assert.Single(view.GetProperty("teams").EnumerateArray()).Text("id"), view.Text("ownTeam"));
        Assert.Empty((await ben.Browser.ReadAsync("/api/invitations")).EnumerateArray());
        var invited = Assert.Single((await challenge.Organiser.Browser.ReadAsync($"{challenge.Path}/invited")).EnumerateArray());
        Assert.Equal((ben.Id, "organiser", "participant"), (invited.Text("userId"), invited.Text("role"), invited.Text("memberRole")));
        using var removed = await challenge.Organiser.Browser.DeleteAsync($"{challenge.Path}/invited/{invited.Text("id")}");
        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
    }

    [Fact]
    public async Task Import_OtherPeoplesInvitations_AreNotFound()
    {
        var (challenge, other) = (await StartAsync(), await StartAsync());
        using var import = await PostAsync(challenge, "members/import", "email\na@x.org\n");
        var id = Assert.Single((await challenge.Organiser.Browser.ReadAsync($"{challenge.Path}/invited")).EnumerateArray()).Text("id");

        using var removed = await other.Organiser.Browser.DeleteAsync($"{other.Path}/invited/{id}");

        await removed.ReadProblemAsync(HttpStatusCode.NotFound, "unknown-invitation");
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("image/png")]
    public async Task Import_AnotherType_IsRefused(string type)
    {
        var challenge = await StartAsync();

        using var response = await PostAsync(challenge, "members/import", "email\n", type);

        await response.ReadProblemAsync(HttpStatusCode.UnsupportedMediaType, "unsupported-media-type");
    }

    [Theory]
    [InlineData("members/import")]
    [InlineData("holidays/import")]
    public async Task Import_LargerThanTheMost_IsRefused(string path)
    {
        var challenge = await StartAsync();

        using var response = await PostAsync(challenge, path, new string('a', UploadedFile.Largest + 1));

        await response.ReadProblemAsync(HttpStatusCode.RequestEntityTooLarge, "too-large");
    }

    [Fact]
    public async Task Holidays_Preview_NamesDaysInside_AndTheImportAddsThem()
    {
        var challenge = await StartAsync();
        using var before = await challenge.Organiser.Browser.PutAsJsonAsync(challenge.Path, new { holidays = new[] { "2026-03-20" } });
        const string Calendar = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20260403\r\nSUMMARY:Karfreitag\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

        using var preview = await PostAsync(challenge, "holidays/import?preview=true", Calendar, "text/calendar");
        var day = Assert.Single((await preview.ReadAsync()).GetProperty("days").EnumerateArray());
        Assert.Equal(("2026-04-03", "Karfreitag"), (day.Text("date"), day.Text("name")));
        using var import = await PostAsync(challenge, "holidays/import", Calendar, "text/calendar");
        await import.ReadAsync();

        var view = await challenge.Organiser.Browser.ReadAsync(challenge.Path);
        Assert.Equal(["2026-03-20", "2026-04-03"], view.GetProperty("holidays").EnumerateArray().Select(date => date.GetString()));
    }

    [Fact]
    public async Task Change_FieldThatAnotherOrganiserChanged_IsAConflictAtThatField()
    {
        var challenge = await StartAsync();
        using var first = await challenge.Organiser.Browser.PutAsJsonAsync(challenge.Path, new { name = "Summer", before = new { name = "Spring" } });
        using var second = await challenge.Organiser.Browser.PutAsJsonAsync(challenge.Path, new { name = "Autumn", before = new { name = "Spring" } });
        using var third = await challenge.Organiser.Browser.PutAsJsonAsync(
            challenge.Path, new { holidays = new[] { "2026-03-20" }, before = new { holidays = Array.Empty<string>() } });

        await second.ReadProblemAsync(HttpStatusCode.Conflict, "settings-changed", "name");
        Assert.Equal("Summer", (await third.ReadAsync()).Text("name"));
    }

    [Fact]
    public async Task Team_RenamedRecolouredAndRemoved_ShowsInTheChallenge()
    {
        var challenge = await StartAsync();
        var blue = await challenge.AddTeamAsync("Blue");

        using var changed = await challenge.Organiser.Browser.PutAsJsonAsync($"{challenge.Path}/teams/{blue}", new { name = "Azure", colour = "plum" });
        using var wrong = await challenge.Organiser.Browser.PutAsJsonAsync($"{challenge.Path}/teams/{blue}", new { colour = "#fff" });

        Assert.Equal(HttpStatusCode.NoContent, changed.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        var team = Assert.Single((await challenge.Organiser.Browser.ReadAsync(challenge.Path)).GetProperty("teams").EnumerateArray());
        Assert.Equal(("Azure", "plum"), (team.Text("name"), team.Text("colour")));
        using var removed = await challenge.Organiser.Browser.DeleteAsync($"{challenge.Path}/teams/{blue}");
        Assert.Empty((await challenge.Organiser.Browser.ReadAsync(challenge.Path)).GetProperty("teams").EnumerateArray());
    }

    [Fact]
    public async Task Team_OfAnotherChallenge_IsNotFound()
    {
        var (challenge, other) = (await StartAsync(), await StartAsync());
        var theirs = await other.AddTeamAsync("Theirs");

        using var changed = await challenge.Organiser.Browser.PutAsJsonAsync($"{challenge.Path}/teams/{theirs}", new { name = "Ours" });
        using var removed = await challenge.Organiser.Browser.DeleteAsync($"{challenge.Path}/teams/{theirs}");

        await changed.ReadProblemAsync(HttpStatusCode.NotFound, "unknown-team");
        await removed.ReadProblemAsync(HttpStatusCode.NotFound, "unknown-team");
    }

    [Fact]
    public async Task Assign_EverybodyWithoutATeam_BalancesTheTeams()
    {
        var challenge = await StartAsync();
        await JoinAsync(challenge, "Ben");
        await challenge.AddTeamAsync("Blue");
        await challenge.AddTeamAsync("Red");

        using var response = await challenge.Organiser.Browser.PostAsJsonAsync($"{challenge.Path}/teams/assign", new { });

        var assigned = await response.ReadAsync();
        Assert.Equal(2, assigned.GetProperty("assigned").GetInt32());
        Assert.All(assigned.GetProperty("teams").EnumerateArray(), team => Assert.Equal(1, team.GetProperty("members").GetInt32()));
    }

    private async Task<TestChallenge> StartAsync() => await TestChallenge.CreateAsync(await server.RegisterAsync("Olga"), TestDay.Monday);

    private async Task<TestPerson> JoinAsync(TestChallenge challenge, string name)
    {
        var person = await server.RegisterAsync(name);
        await challenge.JoinAsync(person);
        return person;
    }

    private static Task<HttpResponseMessage> PostAsync(TestChallenge challenge, string path, string text, string type = "text/csv") =>
        challenge.Organiser.Browser.PostAsync($"{challenge.Path}/{path}", new StringContent(text, Encoding.UTF8, type));
}
