using System.Text.Json;
using System.Text.Json.Nodes;
using StretchChallenge.Testing;
using StretchChallenge.Testing.Live;
using StretchChallenge.Testing.Servers;

namespace StretchChallenge.Durability;

/// <summary>People who use everything there is, on whichever server they are told of; and what they then see.</summary>
internal sealed class UsedWorkplace
{
    private const int People = 6;

    private static readonly string[] Boards = ["teamStreak", "teamPoints", "personStreak", "personConsistency"];

    private readonly List<string> _cookies = [];
    private readonly List<string> _teams = [];
    private string _challenge = "";
    private string _wall = "";
    private string _calendar = "";

    /// <summary>What a server of theirs needs: routines of seconds, and links that do not change with the port.</summary>
    public static IReadOnlyDictionary<string, string?> Settings { get; } = new Dictionary<string, string?>
    {
        ["Routines:Pace"] = "1000",
        ["Server:PublicUrl"] = "https://stretch.example.com",
    };

    /// <summary>The first day of their challenge; they have been in it since today.</summary>
    public static DateOnly Start { get; } = NoonZone.Today.AddDays(-6);

    /// <summary>The sign-ins, which outlive the servers.</summary>
    public IReadOnlyList<string> Cookies => _cookies;

    /// <summary>A routine that the last person has started, and not done yet.</summary>
    public string StartedRun { get; private set; } = "";

    /// <summary>A check-in of the last person but one, and its answer.</summary>
    public (object CheckIn, string Answer) Answered { get; private set; }

    /// <summary>Registers everybody on a new server, and lets them do what there is to do.</summary>
    public async Task FillAsync(Api api)
    {
        for (var person = 0; person < People; person++)
        {
            _cookies.Add(await RegisterAsync(api, person));
        }

        await CreateChallengeAsync(api, _cookies[0]);
        var ready = default(DateTimeOffset);
        var runs = new List<string>();
        foreach (var cookie in _cookies)
        {
            (var run, ready) = await api.StartRunAsync(cookie);
            runs.Add(run);
        }

        await Wait.UntilAsync(ready);
        for (var person = 0; person < People - 1; person++)
        {
            var checkIn = new { commandId = "first", run = runs[person] };
            Answered = (checkIn, (await api.PostAsync("/api/check-ins", _cookies[person], checkIn)).ToString());
        }

        StartedRun = runs[^1];
    }

    /// <summary>What everybody sees, by page and person.</summary>
    public async Task<IReadOnlyDictionary<string, string>> LookAsync(Api api)
    {
        var pages = new SortedDictionary<string, string>(StringComparer.Ordinal);
        for (var person = 0; person < People; person++)
        {
            var paths = Boards.Select(board => $"/api/challenges/{_challenge}/standings/{board}")
                .Concat(_teams.Select(team => $"/api/teams/{team}"))
                .Append($"/api/challenges/{_challenge}")
                .Append($"/api/progress?challenge={_challenge}")
                .Concat(["/api/today", "/api/account", "/api/challenges", "/api/safety", "/api/self-tests"]);
            foreach (var path in paths)
            {
                pages[$"{path} {person}"] = Text(await api.GetAsync(path, _cookies[person]));
            }
        }

        using var calendar = await api.SendAsync(HttpMethod.Get, _calendar, null, null);
        // The one line that tells when it was asked for.
        var lines = (await calendar.Content.ReadAsStringAsync()).Split("\r\n").Where(line => !line.StartsWith("DTSTAMP", StringComparison.Ordinal));
        pages["calendar"] = string.Join('\n', lines);
        await using var wall = await HubClient.ConnectAsync(api.Address);
        pages["wall"] = Text((await wall.CallAsync("WatchWall", _wall)).GetProperty("board"));
        return pages;
    }

    private static async Task<string> RegisterAsync(Api api, int number)
    {
        var (_, cookie) = await api.RegisterAsync($"Colleague {number}");
        await api.PutAsync("/api/account", cookie, new { showName = number % 2 == 0 });
        await api.PutAsync("/api/safety", cookie, new { discInjury = number == 1, noticeSeen = true });
        await api.PostAsync("/api/self-tests", cookie, new { sitAndReach = number - 3.5 });
        return cookie;
    }

    private async Task CreateChallengeAsync(Api api, string founder)
    {
        (_challenge, var code) = await api.CreateChallengeAsync(founder, Start);
        foreach (var name in new[] { "Blue", "Grün" })
        {
            var team = await api.PostAsync($"/api/challenges/{_challenge}/teams", founder, new { name });
            _teams.Add(team.GetProperty("id").GetString()!);
        }

        for (var person = 0; person < People; person++)
        {
            await api.PostAsync("/api/challenges/join", _cookies[person], new { code, team = _teams[person % _teams.Count] });
        }

        var at = TimeProvider.System.GetUtcNow().AddHours(2);
        await api.PostAsync("/api/sessions", founder, new { challengeId = _challenge, routineId = "desk-break-3", startsAt = at });
        await api.PostAsync("/api/time-off", _cookies[2], new { from = NoonZone.Today.AddDays(3), to = NoonZone.Today.AddDays(4) });
        _wall = (await api.PostAsync($"/api/challenges/{_challenge}/walls", founder, new { })).GetProperty("token").GetString()!;
        var url = (await api.PostAsync("/api/account/calendar", founder, new { })).GetProperty("url").GetString()!;
        _calendar = new Uri(url).AbsolutePath;
    }

    // A board's epoch is new, and its versions count, since the server started; the server's time is that of the answer.
    private static string Text(JsonElement answer)
    {
        var node = JsonNode.Parse(answer.GetRawText())!;
        if (node is JsonObject page)
        {
            page.Remove("epoch");
            page.Remove("version");
            (page["nextSession"] as JsonObject)?.Remove("serverMs");
        }

        return node.ToJsonString();
    }
}
