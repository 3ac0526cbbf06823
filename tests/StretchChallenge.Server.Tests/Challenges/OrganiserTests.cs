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
    public async Task Change_TeamsByAndWorkHours_AreKept()
    {
        var challenge = await StartAsync();
        using var changed = await challenge.Organiser.Browser.PutAsJsonAsync(
            challenge.Path, new { teamsBy = "organisers", workHours = new { from = "08:00", to = "16:30" } });
        await changed.ReadAsync();

        var view = await challenge.Organiser.Browser.ReadAsync(challenge.Path);
        Assert.Equal(("organisers", true), (view.Text("teamsBy"), view.GetProperty("organisersMakeTeams").GetBoolean()));
        Assert.Equal("""{"from":"08:00","to":"16:30"}""", view.GetProperty("workHours").GetRawText());
        using var back = await challenge.Organiser.Browser.PutAsJsonAsync(challenge.Path, new { organisersMakeTeams = false });
        Assert.Equal("all", (await back.ReadAsync()).Text("teamsBy"));
        Assert.Equal("08:00", (await challenge.Organiser.Browser.ReadAsync(challenge.Path)).GetProperty("workHours").Text("from"));
    }

    [Theory]
    [InlineData("""{"teamsBy":"nobody"}""", "teamsBy")]
    [InlineData("""{"teamsBy":"all","organisersMakeTeams":true}""", "teamsBy")]
    [InlineData("""{"workHours":{"from":"17:00","to":"08:00"}}""", "workHours")]
    [InlineData("""{"workHours":{"from":"08:00","to":"08:00"}}""", "workHours")]
    [InlineData("""{"workHours":{"from":"8","to":"25:00"}}""", "workHours")]
    [InlineData("""{"workHours":{"from":"08:00"}}""", "workHours")]
    public async Task Change_ImpossibleSettings_AreRefused(string body, string field)
    {
        var challenge = await StartAsync();

        using var response = await challenge.Organiser.Browser.PutAsync(challenge.Path, new StringContent(body, Encoding.UTF8, "application/json"));

        var problem = await response.ReadAsync(HttpStatusCode.BadRequest);
        Assert.True(problem.GetProperty("errors").TryGetProperty(field, out _), problem.GetRawText());
    }

    [Theory]
    [InlineData("""{"planning":"all"}""", """{"planning":"captains","before":{"planning":"captains"}}""", "planning")]
    [InlineData("""{"teamsBy":"organisers"}""", """{"teamsBy":"all","before":{"teamsBy":"all"}}""", "teamsBy")]
    [InlineData("""{"workHours":{"from":"08:00","to":"16:00"}}""", """{"workHours":{"from":"09:00","to":"17:00"},"before":{"workHours":{}}}""", "workHours")]
    [InlineData("""{"workHours":{"from":"08:00","to":"16:00"}}""", """{"workHours":{"from":"09:00","to":"17:00"},"before":{"workHours":{"from":"08:00","to":"16:00"}}}""", null)]
    public async Task Change_SettingThatAnotherOrganiserChanged_IsHeldAgainstWhatWasSeen(string first, string second, string? conflict)
    {
        var challenge = await StartAsync();
        using var one = await PutAsync(first);

        using var other = await PutAsync(second);

        if (conflict is null)
        {
            await other.ReadAsync();
        }
        else
        {
            await other.ReadProblemAsync(HttpStatusCode.Conflict, "settings-changed", conflict);
        }

        Task<HttpResponseMessage> PutAsync(string body) =>
            challenge.Organiser.Browser.PutAsync(challenge.Path, new StringContent(body, Encoding.UTF8, "application/json"));
    }

    [Fact]
    public async Task TwoOrganisersAtOnce_OneWinsOrBothMerge_AndAnOrganiserStays()
    {
        var challenge = await StartAsync();
        var (ben, cem) = (await JoinAsync(challenge, "Ben"), await JoinAsync(challenge, "Cem"));
        var (ann, path) = (challenge.Organiser, challenge.Path);
        using var appointed = await ann.Browser.PutAsJsonAsync($"{path}/members/{ben.Id}", new { role = "organiser" });
        var blue = await challenge.AddTeamAsync("Blue");
        var correction = new { userId = cem.Id, date = TestDay.Wednesday, done = true, reason = "Was here" };
        var schedule = new { routineId = "desk-break-3", time = "23:30" };

        await AtOnceAsync(one => one.PutAsJsonAsync(path, new { name = "Summer", before = new { name = "Spring" } }), one => one.PutAsJsonAsync(path, new { name = "Autumn", before = new { name = "Spring" } }));
        await AtOnceAsync(one => one.PutAsJsonAsync(path, new { workHours = new { from = "08:00", to = "16:00" } }), one => one.PutAsJsonAsync(path, new { planning = "all" }));
        await AtOnceAsync(one => one.PutAsJsonAsync($"{path}/teams/{blue}", new { name = "Azure" }), one => one.PutAsJsonAsync($"{path}/teams/{blue}", new { name = "Navy" }));
        await AtOnceAsync(one => one.PutAsJsonAsync($"{path}/members/{cem.Id}", new { role = "captain", team = blue }), one => one.DeleteAsync($"{path}/teams/{blue}"));
        await AtOnceAsync(one => one.PostAsJsonAsync($"{path}/corrections", correction), one => one.PostAsJsonAsync($"{path}/corrections", correction));
        await AtOnceAsync(one => one.DeleteAsync($"{path}/corrections/{cem.Id}/{TestDay.Wednesday}"), one => one.PostAsJsonAsync($"{path}/corrections", correction));
        await AtOnceAsync(one => one.PostAsJsonAsync($"{path}/schedules", schedule), one => one.PostAsJsonAsync($"{path}/schedules", schedule));
        await AtOnceAsync(one => one.PostAsJsonAsync($"{path}/corrections", correction), _ => DeleteAsync(cem));
        await AtOnceAsync(one => one.PutAsJsonAsync($"{path}/members/{ben.Id}", new { role = "captain" }), one => one.PutAsJsonAsync($"{path}/members/{ann.Id}", new { role = "captain" }));

        var organisers = new List<TestPerson>();
        foreach (var person in new[] { ann, ben })
        {
            if ((await person.Browser.ReadAsync(path)).Text("role") == "organiser")
            {
                organisers.Add(person);
            }
        }

        var last = Assert.Single(organisers);
        using var left = await last.Browser.PostAsync($"{path}/leave", null);
        await left.ReadProblemAsync(HttpStatusCode.Conflict, "last-organiser");
        using var again = await last.Browser.PutAsJsonAsync($"{path}/members/{(last == ann ? ben : ann).Id}", new { role = "organiser" });
        await AtOnceAsync(one => one.PostAsync($"{path}/cancel", null), one => one.PostAsync($"{path}/cancel", null));
        await AtOnceAsync(one => one.PostAsync($"{path}/leave", null), one => one.PostAsync($"{path}/leave", null));

        async Task AtOnceAsync(Func<HttpClient, Task<HttpResponseMessage>> byAnn, Func<HttpClient, Task<HttpResponseMessage>> byBen)
        {
            var responses = await Task.WhenAll(byAnn(ann.Browser), byBen(ben.Browser));
            Assert.Contains(responses, response => response.IsSuccessStatusCode);
            Assert.All(responses, response => Assert.True(response.StatusCode < HttpStatusCode.InternalServerError, $"{response.RequestMessage} {response.StatusCode}"));
            Array.ForEach(responses, response => response.Dispose());
        }

        static Task<HttpResponseMessage> DeleteAsync(TestPerson person) => person.Browser.SendAsync(
            new HttpRequestMessage(HttpMethod.Delete, "/api/account") { Content = JsonContent.Create(new { password = person.Password }) });
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
