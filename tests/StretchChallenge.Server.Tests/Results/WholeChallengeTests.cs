using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using StretchChallenge.Server.Tests.Fixture;

namespace StretchChallenge.Server.Tests.Results;

/// <summary>
/// A whole challenge: 12 people in 3 teams, 8 weeks with two holidays and the start of summer time, somebody who leaves, one who
/// joins late, one who changes the team, time off, a late report, missed days and a correction. The figures are worked out by hand.
/// </summary>
public sealed class WholeChallengeTests : IDisposable
{
    private static readonly DateOnly First = new(2026, 3, 9);
    private static readonly DateOnly Last = new(2026, 5, 3);
    private static readonly DateOnly[] Holidays = [new(2026, 4, 3), new(2026, 4, 6)];

    // Who is in which team at first, and the days that they miss of the 38 due ones.
    private static readonly (string Name, string Team, string[] Missed)[] Everybody =
    [
        ("Ada", "Amber", []),
        ("Aki", "Amber", []),
        ("Ali", "Amber", []),
        ("Amy", "Amber", []),
        ("Bartholomea", "Birch", []),
        ("Bea", "Birch", ["2026-03-17"]),
        ("Ben", "Birch", ["2026-03-23", "2026-03-24", "2026-03-25"]),
        ("Bo", "Birch", []),
        ("Cem", "Cedar", ["2026-04-23"]),
        ("Cho", "Cedar", []),
        ("Cia", "Cedar", []),
        ("Cleo", "Cedar", ["2026-03-11"]),
    ];

    // Team, joined, first day after leaving, percent, streak, best, rank by consistency, rank by streak.
    private static readonly Dictionary<string, string> People = new()
    {
        ["Ada"] = "Amber,2026-03-09,,100,38,38,1,1",
        ["Aki"] = "Amber,2026-03-09,,100,38,38,1,1",
        ["Ali"] = "Amber,2026-03-09,,100,38,38,1,1",
        // Changed from Amber on 20 March.
        ["Amy"] = "Cedar,2026-03-09,,100,38,38,1,1",
        ["Bartholomea"] = "Birch,2026-03-09,,100,38,38,1,1",
        // One missed day, frozen: 37 of 38.
        ["Bea"] = "Birch,2026-03-09,,97,37,37,10,8",
        // Three missed days, of which two are frozen: 35 of 38, and 25 since the third.
        ["Ben"] = "Birch,2026-03-09,,92,25,25,11,11",
        // Left on 2 April.
        ["Bo"] = "Birch,2026-03-09,2026-04-03,,,,,",
        // One missed day, corrected.
        ["Cem"] = "Cedar,2026-03-09,,100,38,38,1,1",
        // Joined on 23 March: 28 days.
        ["Cho"] = "Cedar,2026-03-23,,100,28,28,9,10",
        // A week off: 33 days.
        ["Cia"] = "Cedar,2026-03-09,,100,33,33,8,9",
        // One missed day, reported the next morning.
        ["Cleo"] = "Cedar,2026-03-09,,100,38,38,1,1",
    };

    // Members, streak, best, points, rank by streak, rank by points. Birch had 3 of 4 done on four days, which reaches 70 %.
    private static readonly Dictionary<string, string> Teams = new()
    {
        ["Amber"] = "3,38,38,3800,1,1",
        ["Birch"] = "3,38,38,3700,3,3",
        ["Cedar"] = "5,38,38,3800,1,1",
    };

    private readonly FakeTimeProvider _clock = new(Morning(First));
    private readonly TestServer _server;
    private readonly Dictionary<string, TestPerson> _people = [];

    public WholeChallengeTests() => _server = new TestServer { Clock = _clock };

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task EightWeeks_EndInTheFiguresWorkedOutByHand()
    {
        var challenge = await SetUpAsync();
        for (var day = First; day <= Last; day = day.AddDays(1))
        {
            _clock.SetUtcNow(Morning(day));
            await LiveAsync(challenge, day);
        }

        challenge = await CorrectAsync(challenge);
        // Closed at noon of 4 May in Berlin, and final 72 hours later.
        _clock.SetUtcNow(new DateTimeOffset(2026, 5, 7, 10, 0, 0, TimeSpan.Zero));
        var organiser = challenge.Organiser.Browser;
        Assert.Equal("final", (await organiser.ReadAsync(challenge.Path)).Text("state"));

        var people = await ReadCsvAsync(organiser, $"{challenge.Path}/export.csv");
        Assert.Equal(1 + 1 + People.Count, people.Length);
        foreach (var (name, figures) in People)
        {
            var (id, email) = (_people[name].Id, _people[name].Email);
            var (team, rest) = (figures.Split(',', 2)[0], figures.Split(',', 2)[1]);
            Assert.Contains($"{id},{name},{email},{team},participant,{rest}", people);
        }

        var json = (await organiser.ReadAsync($"{challenge.Path}/export.json")).GetProperty("people").EnumerateArray()
            .Where(person => person.Text("name") != "Olga");
        Assert.Equal(
            People.Select(person => $"{person.Key},{person.Value}"),
            json.Select(person => Joined(person, "name", "team", "joined", "left", "percent", "streak", "best", "consistencyRank", "streakRank"))
                .Order(StringComparer.Ordinal));
        await AssertTeamsAsync(challenge);

        await DeleteAsync("Bartholomea", challenge);
    }

    private static DateTimeOffset Morning(DateOnly day) => new(day, new TimeOnly(5, 30), TimeSpan.Zero);

    private static string Joined(JsonElement element, params string[] names) => string.Join(',', names.Select(name => element.GetProperty(name).ToString()));

    private static async Task<string[]> ReadCsvAsync(HttpClient browser, string path) =>
        (await browser.GetStringAsync(path)).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

    // An organiser makes the challenge, and brings the people as CSV and the holidays as ICS.
    private async Task<TestChallenge> SetUpAsync()
    {
        var organiser = await _server.RegisterAsync("Olga");
        using var created = await organiser.Browser.PostAsJsonAsync(
            "/api/challenges", new { name = "Spring", startsOn = $"{First:O}", timeZone = "Europe/Berlin" });
        var made = await created.ReadAsync();
        var challenge = new TestChallenge(organiser, made.Text("id"), made.Text("code"));
        foreach (var (name, _, _) in Everybody)
        {
            var person = _people[name] = await _server.RegisterAsync(name);
            using var shown = await person.Browser.PutAsJsonAsync("/api/account", new { showName = true });
            await shown.ReadAsync();
        }

        var table = string.Concat(Everybody.Select(person => $"{_people[person.Name].Email};{person.Name};{person.Team}\r\n"));
        using var people = await organiser.Browser.PostAsync(
            $"{challenge.Path}/members/import", new StringContent($"\uFEFFE-Mail;Name;Team\r\n{table}", Encoding.UTF8, "text/csv"));
        Assert.Equal(Everybody.Length, (await people.ReadAsync()).GetProperty("invited").GetInt32());
        var events = string.Concat(Holidays.Select(day => $"BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:{day:yyyyMMdd}\r\nSUMMARY:Easter\r\nEND:VEVENT\r\n"));
        using var holidays = await organiser.Browser.PostAsync(
            $"{challenge.Path}/holidays/import", new StringContent($"BEGIN:VCALENDAR\r\n{events}END:VCALENDAR\r\n", Encoding.UTF8, "text/calendar"));
        await holidays.ReadAsync();
        Assert.Equal(
            Holidays.Select(day => $"{day:O}"),
            (await organiser.Browser.ReadAsync(challenge.Path)).GetProperty("holidays").EnumerateArray().Select(day => day.GetString()));
        foreach (var (name, team, _) in Everybody.Where(person => person.Name != "Cho"))
        {
            await challenge.JoinAsync(_people[name], team);
        }

        return challenge;
    }

    private async Task LiveAsync(TestChallenge challenge, DateOnly day)
    {
        var date = $"{day:O}";
        if (date == "2026-03-23")
        {
            await challenge.JoinAsync(_people["Cho"], "Cedar");
        }

        if (date == "2026-03-12")
        {
            using var report = await _people["Cleo"].Browser.PostAsJsonAsync("/api/check-ins", new { commandId = "late", reportFor = "2026-03-11" });
            await report.ReadAsync();
        }

        if (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || Holidays.Contains(day))
        {
            return;
        }

        foreach (var (name, _, missed) in Everybody.Where(person => IsActive(person.Name, day)))
        {
            if (!missed.Contains(date))
            {
                await _people[name].DoRoutineAsync(_clock);
            }
        }

        await EveningAsync(challenge, date);
    }

    private static bool IsActive(string name, DateOnly day) => name switch
    {
        "Cho" => day >= new DateOnly(2026, 3, 23),
        "Bo" => day <= new DateOnly(2026, 4, 2),
        "Cia" => day < new DateOnly(2026, 4, 13) || day > new DateOnly(2026, 4, 17),
        _ => true,
    };

    private async Task EveningAsync(TestChallenge challenge, string date)
    {
        switch (date)
        {
            case "2026-03-20":
                await challenge.JoinAsync(_people["Amy"], "Cedar");
                break;
            case "2026-04-02":
                using (var left = await _people["Bo"].Browser.PostAsync($"{challenge.Path}/leave", null))
                {
                    Assert.Equal(HttpStatusCode.NoContent, left.StatusCode);
                }

                break;
            case "2026-04-07":
                using (var off = await _people["Cia"].Browser.PostAsJsonAsync("/api/time-off", new { from = "2026-04-13", to = "2026-04-17" }))
                {
                    await off.ReadAsync();
                }

                break;
        }
    }

    private async Task<TestChallenge> CorrectAsync(TestChallenge challenge)
    {
        _clock.SetUtcNow(new DateTimeOffset(2026, 5, 5, 8, 0, 0, TimeSpan.Zero));
        var organiser = await challenge.Organiser.SignInAsync(_server);
        using var corrected = await organiser.Browser.PostAsJsonAsync(
            $"{challenge.Path}/corrections", new { userId = _people["Cem"].Id, date = "2026-04-23", done = true, reason = "Was at the fair" });
        Assert.Equal(HttpStatusCode.NoContent, corrected.StatusCode);
        return challenge with { Organiser = organiser };
    }

    private static async Task AssertTeamsAsync(TestChallenge challenge)
    {
        var lines = await ReadCsvAsync(challenge.Organiser.Browser, $"{challenge.Path}/export.csv?of=teams");
        Assert.Equal(
            Teams.Select(team => $"{team.Key},{team.Value}"),
            lines.Skip(1).Select(line => line.Split(',', 2)[1]).Order(StringComparer.Ordinal));
    }

    // Somebody takes their data and goes: their team keeps its days, and nothing else is left of them.
    private async Task DeleteAsync(string name, TestChallenge challenge)
    {
        var person = await _people[name].SignInAsync(_server);
        using var export = await person.Browser.GetAsync("/api/account/export");
        Assert.Equal("application/zip", export.Content.Headers.ContentType?.MediaType);
        using var request = new HttpRequestMessage(HttpMethod.Delete, "/api/account") { Content = JsonContent.Create(new { password = person.Password }) };
        using var deleted = await person.Browser.SendAsync(request);
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);

        Assert.DoesNotContain(
            await ReadCsvAsync(challenge.Organiser.Browser, $"{challenge.Path}/export.csv"), line => line.Contains(person.Id, StringComparison.Ordinal));
        var birch = (await challenge.Organiser.Browser.ReadAsync($"{challenge.Path}/export.json")).GetProperty("teams").EnumerateArray()
            .Single(team => team.Text("name") == "Birch");
        Assert.Equal("2,38,38,3700", Joined(birch, "members", "streak", "best", "points"));
        foreach (var file in Directory.GetFiles(_server.Folder, "ledger.db*"))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var copy = new MemoryStream();
            await stream.CopyToAsync(copy);
            var text = Encoding.Latin1.GetString(copy.ToArray());
            Assert.DoesNotContain(person.Email, text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(person.Id, text, StringComparison.Ordinal);
            Assert.DoesNotContain(name, text, StringComparison.Ordinal);
        }
    }
}
