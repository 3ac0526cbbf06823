using System.IO.Compression;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using StretchChallenge.Server.Tests.Access;
using StretchChallenge.Server.Tests.Fixture;

namespace StretchChallenge.Server.Tests.PrivateHealth;

/// <summary>The page "Who sees what" (<c>/help/privacy</c>): each sentence about a limit is held by one of these.</summary>
public sealed partial class DisclosureTests : IAsyncDisposable
{
    private const string Name = "Benedikta";
    private const string Listed = "Diamantina";

    // What Benedikta alone may see: her routine, and a day off, which is after the challenge, whose days are on many pages.
    private const string Routine = "gentle-desk";
    private const string DayOff = "2026-06-17";

    // The catalogue and the caller's own pages name routines to everybody.
    private static readonly string[] Public = ["/api/exercises", "/api/routines", "/api/programme", "/openapi", "/api/site", "/healthz"];

    private readonly WednesdayServer _server = new();

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task ColleaguesBoards_NameNotAllowed_ListNobody()
    {
        var company = await CompanyAsync();

        var boards = string.Concat(await ReadAsync(company.Colleague, company, path => path.Contains("/standings/", StringComparison.Ordinal)));

        Assert.Contains(Listed, boards, StringComparison.Ordinal);
        Assert.DoesNotContain(Name, boards, StringComparison.Ordinal);
        Assert.DoesNotContain(company.Member.Id, boards, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ColleaguesTeam_NameNotAllowed_CountsWithoutTheName()
    {
        var company = await CompanyAsync();

        var team = await company.Colleague.Browser.ReadAsync($"/api/teams/{company.Team}");

        Assert.Equal(1, team.GetProperty("today").GetProperty("done").GetInt32());
        Assert.DoesNotContain(Name, team.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain(company.Member.Id, team.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ColleaguesDue_SomebodyTakesTodayOff_SeeNoDifference()
    {
        var company = await CompanyAsync();
        var before = await ReadAsync(company.Colleague, company, OfOthers);

        using var off = await company.Captain.Browser.PostAsJsonAsync("/api/time-off", new { from = TestDay.Wednesday, to = TestDay.Wednesday });
        await off.ReadAsync();

        Assert.Equal(before, await ReadAsync(company.Colleague, company, OfOthers));

        static bool OfOthers(string path) => path.Contains("/standings/", StringComparison.Ordinal) || path.Contains("/teams/", StringComparison.Ordinal);
    }

    [Fact]
    public async Task ColleaguesSmallTeam_SeeTheNumberDoneAlone()
    {
        var company = await CompanyAsync();

        var team = await company.Colleague.Browser.ReadAsync($"/api/teams/{company.Team}");

        Assert.Equal(JsonValueKind.Null, team.GetProperty("today").GetProperty("needed").ValueKind);
        Assert.All(
            team.GetProperty("days").EnumerateArray().Where(day => string.CompareOrdinal(day.Text("date"), TestDay.Wednesday) <= 0),
            day => Assert.Equal(JsonValueKind.Null, day.GetProperty("state").ValueKind));
    }

    [Fact]
    public async Task YouAlone_HealthRoutineAndTimeOff_AreOnNobodyElsesPages()
    {
        var company = await CompanyAsync();
        Assert.Contains(Routine, await ExportAsync(company.Member), StringComparison.Ordinal);

        foreach (var viewer in new[] { company.Colleague, company.Captain, company.Organiser, company.Administrator })
        {
            var pages = await ReadAsync(viewer, company, path => !Public.Any(known => path.StartsWith(known, StringComparison.Ordinal)));
            var all = string.Concat(pages) + await ExportAsync(viewer);
            foreach (var secret in new[] { Routine, DayOff, "\"discInjury\":true", "37.3" })
            {
                Assert.DoesNotContain(secret, all, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task Captains_SeeWhatColleaguesSee()
    {
        var company = await CompanyAsync();

        foreach (var path in new[] { $"/api/teams/{company.Team}", $"{company.Challenge.Path}/standings/personStreak", $"{company.Challenge.Path}/standings/teamPoints" })
        {
            var (captain, colleague) = (await company.Captain.Browser.ReadAsync(path), await company.Colleague.Browser.ReadAsync(path));
            Assert.DoesNotContain(Name, captain.GetRawText(), StringComparison.Ordinal);
            Assert.Equal(RowsOf(colleague), RowsOf(captain));
        }

        static string RowsOf(JsonElement page) => page.TryGetProperty("rows", out var rows) ? rows.GetRawText() : page.GetProperty("days").GetRawText();
    }

    [Fact]
    public async Task Walls_NameNoPerson()
    {
        var company = await CompanyAsync();
        using var made = await company.Organiser.Browser.PostAsync($"{company.Challenge.Path}/walls", null);
        var token = (await made.ReadAsync()).Text("token");
        await TestLiveSession.OpenAsync(_server, company.Challenge);
        await using var wall = await _server.ConnectAsync();

        var shown = (await wall.CallAsync("WatchWall", token)).GetRawText();

        Assert.Contains("Blue", shown, StringComparison.Ordinal);
        Assert.All([Name, Listed, "Olga", company.Organiser.Id], name => Assert.DoesNotContain(name, shown, StringComparison.Ordinal));
    }

    [Fact]
    public async Task LiveBreak_SeatedAndGentle_AreInNothingThatOthersGet()
    {
        var company = await CompanyAsync();
        var session = await TestLiveSession.OpenAsync(_server, company.Challenge);
        var (mine, _) = await session.JoinAsync(company.Member);
        await using var screen = mine;

        var (theirs, joined) = await session.JoinAsync(company.Colleague);
        await using var other = theirs;
        var room = await company.Colleague.Browser.ReadAsync($"/api/sessions/{session.Code}/snapshot");

        Assert.Contains(Name, joined.GetRawText(), StringComparison.Ordinal);
        Assert.All(
            [joined.GetRawText(), room.GetRawText()],
            text => Assert.DoesNotMatch("(?i)gentle|\"variant\"|discInjury", text));
    }

    /// <summary>A team of four: Benedikta did a gentle routine, seated, has time off and told of her health.</summary>
    private async Task<Company> CompanyAsync()
    {
        var administrator = await _server.RegisterAsync("Root");
        var challenge = await TestChallenge.CreateAsync(await _server.RegisterAsync("Olga"), TestDay.Monday);
        var team = await challenge.AddTeamAsync("Blue");
        var people = new List<TestPerson>();
        foreach (var name in new[] { Name, Listed, "Cem", "Eli" })
        {
            people.Add(await _server.RegisterAsync(name));
            await challenge.JoinAsync(people[^1], "Blue");
        }

        await ChangeAsync(people[1], new { showName = true });
        using (var role = await challenge.Organiser.Browser.PutAsJsonAsync($"{challenge.Path}/members/{people[2].Id}", new { role = "captain" }))
        {
            await role.ReadAsync(System.Net.HttpStatusCode.NoContent);
        }

        await TellAsync(people[0]);
        return new Company(administrator, challenge, team, people[0], people[3], people[2]);
    }

    private async Task TellAsync(TestPerson member)
    {
        await _server.AnswerSafetyAsync(member, discInjury: true);
        await member.DoRoutineAsync(_server.Time);
        using var off = await member.Browser.PostAsJsonAsync("/api/time-off", new { from = DayOff, to = DayOff });
        await off.ReadAsync();
        using var test = await member.Browser.PostAsJsonAsync("/api/self-tests", new { sitAndReach = 37.3 });
        await test.ReadAsync(System.Net.HttpStatusCode.Created);
    }

    private static async Task ChangeAsync(TestPerson person, object change)
    {
        using var changed = await person.Browser.PutAsJsonAsync("/api/account", change);
        await changed.ReadAsync();
    }

    // Every page of the API that is there, as the viewer gets it; what they may not see is its refusal.
    private static async Task<string[]> ReadAsync(TestPerson viewer, Company company, Func<string, bool> which)
    {
        var pages = new List<string>();
        foreach (var path in PathsOf(company).Where(which))
        {
            using var page = await viewer.Browser.GetAsync(path);
            pages.Add(TraceId().Replace(await page.Content.ReadAsStringAsync(), ""));
        }

        Assert.NotEmpty(pages);
        return [.. pages];
    }

    private static IEnumerable<string> PathsOf(Company company) => EndpointTable.Rows
        .Where(row => (string)row[0] == "GET")
        .SelectMany(row => new[] { "teamStreak", "teamPoints", "personStreak", "personConsistency" }.Select(board => ((string)row[1])
            .Replace("/challenges/{id}", $"/challenges/{company.Challenge.Id}", StringComparison.Ordinal)
            .Replace("/teams/{id}", $"/teams/{company.Team}", StringComparison.Ordinal)
            .Replace("{user}", company.Member.Id, StringComparison.Ordinal)
            .Replace("{code}", company.Challenge.Code, StringComparison.Ordinal)
            .Replace("{date}", TestDay.Wednesday, StringComparison.Ordinal)
            .Replace("{board}", board, StringComparison.Ordinal)
            .Replace("{id}", company.Member.Id, StringComparison.Ordinal)
            + (((string?)row[2])?.StartsWith("?challenge", StringComparison.Ordinal) == true ? $"?challenge={company.Challenge.Id}" : "")))
        .Distinct()
        .Where(path => path != "/api/account/export");

    private static async Task<string> ExportAsync(TestPerson person)
    {
        await using var zip = new ZipArchive(await person.Browser.GetStreamAsync("/api/account/export"));
        using var data = new StreamReader(await zip.GetEntry("data.json")!.OpenAsync());
        return await data.ReadToEndAsync();
    }

    [GeneratedRegex("\"traceId\":\"[^\"]*\"")]
    private static partial Regex TraceId();

    private sealed record Company(
        TestPerson Administrator, TestChallenge Challenge, string Team, TestPerson Member, TestPerson Colleague, TestPerson Captain)
    {
        public TestPerson Organiser => Challenge.Organiser;
    }
}
