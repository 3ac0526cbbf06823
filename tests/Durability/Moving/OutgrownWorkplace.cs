using System.Text.Json;
using System.Text.Json.Nodes;
using Dapper;
using Microsoft.Data.Sqlite;
using StretchChallenge.Testing;
using StretchChallenge.Testing.Databases;
using StretchChallenge.Testing.Live;
using StretchChallenge.Testing.Servers;

namespace StretchChallenge.Durability.Moving;

/// <summary>
/// A workplace that lived on one process with SQLite for a week, and was then moved: the server was killed, the command
/// run, and a server started on PostgreSQL.
/// </summary>
public sealed class OutgrownWorkplace : IAsyncLifetime
{
    private const int People = 6;

    private static readonly string[] EveryDay = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    private static readonly string[] Boards = ["teamStreak", "teamPoints", "personStreak", "personConsistency"];

    // Routines of seconds, and links that do not change with the port.
    private static readonly (string Name, string Value)[] Settings =
        [("Routines:Pace", "1000"), ("Server:PublicUrl", "https://stretch.example.com")];

    private static readonly DateOnly Start = NoonZone.Today.AddDays(-6);

    private readonly List<string> _cookies = [];
    private readonly List<string> _teams = [];
    private PostgreSqlServer? _postgreSql;
    private TestDatabase? _file;
    private TestDatabase? _database;
    private ServerProcess? _server;
    private Api? _api;
    private ServerCommand? _move;
    private string _challenge = "";
    private string _wall = "";
    private string _calendar = "";

    /// <summary>What everybody saw before, by page and person.</summary>
    public IReadOnlyDictionary<string, string> Before { get; private set; } = new Dictionary<string, string>();

    /// <summary>What everybody sees now.</summary>
    public IReadOnlyDictionary<string, string> After { get; private set; } = new Dictionary<string, string>();

    /// <summary>How the command ended.</summary>
    public ServerCommand Move => _move ?? throw new InvalidOperationException("Nothing has been moved yet.");

    /// <summary>The API of the server that runs.</summary>
    internal Api Api => _api ?? throw new InvalidOperationException("No server has been started.");

    /// <summary>The sign-ins from before.</summary>
    internal IReadOnlyList<string> Cookies => _cookies;

    /// <summary>A routine that the last person had started before, not done yet.</summary>
    public string StartedRun { get; private set; } = "";

    /// <summary>A check-in that was answered before, and its answer.</summary>
    public (object CheckIn, string Answer) Answered { get; private set; }

    private string File => new SqliteConnectionStringBuilder(_file!.ConnectionString).DataSource;

    private string KeyFile => Path.Combine(Path.GetDirectoryName(File)!, "master.key");

    public async Task InitializeAsync()
    {
        _postgreSql = await PostgreSqlServer.StartAsync();
        _file = await TestDatabase.CreateAsync(null);
        _database = await TestDatabase.CreateAsync(_postgreSql);
        await StartAsync(_file);
        await FillAsync();
        await StopAsync();
        await AddPastAsync();
        await StartAsync(_file);
        Before = await LookAsync();
        await StopAsync();
        _move = await ServerCommand.RunAsync("move", "--from", _file.ConnectionString, "--to", _database.ConnectionString);
        await StartAsync(_database, ("Secrets:MasterKey", await System.IO.File.ReadAllTextAsync(KeyFile)));
        After = await LookAsync();
    }

    public async Task DisposeAsync()
    {
        await StopAsync();
        foreach (var thing in new IAsyncDisposable?[] { _file, _database, _postgreSql })
        {
            await (thing?.DisposeAsync() ?? ValueTask.CompletedTask);
        }
    }

    private async Task StartAsync(TestDatabase database, params (string Name, string Value)[] settings)
    {
        var all = settings.Concat(Settings).ToDictionary(pair => pair.Name, pair => (string?)pair.Value);
        _server = await ServerProcess.StartAsync(all.Concat(database.Settings));
        _api = new Api(_server.Address);
    }

    // As kill -9 does: what was not written back to the file yet lies in the log beside it.
    private async Task StopAsync()
    {
        _api?.Dispose();
        await (_server?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    private async Task FillAsync()
    {
        for (var person = 0; person < People; person++)
        {
            _cookies.Add(await RegisterAsync(person));
        }

        await FoundAsync(_cookies[0]);
        var ready = default(DateTimeOffset);
        var runs = new List<string>();
        foreach (var cookie in _cookies)
        {
            var run = await Api.PostAsync("/api/runs", cookie, new { routineId = "gentle" });
            runs.Add(run.GetProperty("run").GetString()!);
            ready = run.GetProperty("earliestCompletion").GetDateTimeOffset();
        }

        await UntilAsync(ready);
        for (var person = 0; person < People - 1; person++)
        {
            var checkIn = new { commandId = "first", run = runs[person] };
            Answered = (checkIn, (await Api.PostAsync("/api/check-ins", _cookies[person], checkIn)).ToString());
        }

        StartedRun = runs[^1];
    }

    private async Task<string> RegisterAsync(int number)
    {
        var newcomer = new
        {
            email = $"colleague{number}@example.com",
            password = "a long enough one",
            displayName = $"Colleague {number}",
            timeZone = NoonZone.Id,
        };
        using var response = await Api.SendAsync(HttpMethod.Post, "/api/account/register", null, newcomer);
        await Api.ReadAsync(response);
        var cookie = response.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        await Api.PutAsync("/api/account", cookie, new { showName = number % 2 == 0 });
        await Api.PutAsync("/api/safety", cookie, new { discInjury = number == 1, noticeSeen = true });
        await Api.PostAsync("/api/self-tests", cookie, new { sitAndReach = number - 3.5 });
        return cookie;
    }

    private async Task FoundAsync(string founder)
    {
        var wish = new { name = "Spring", startsOn = Start, timeZone = NoonZone.Id, workDays = EveryDay };
        var challenge = await Api.PostAsync("/api/challenges", founder, wish);
        _challenge = challenge.GetProperty("id").GetString()!;
        foreach (var name in new[] { "Blue", "Grün" })
        {
            var team = await Api.PostAsync($"/api/challenges/{_challenge}/teams", founder, new { name });
            _teams.Add(team.GetProperty("id").GetString()!);
        }

        var code = challenge.GetProperty("code").GetString();
        for (var person = 0; person < People; person++)
        {
            await Api.PostAsync("/api/challenges/join", _cookies[person], new { code, team = _teams[person % _teams.Count] });
        }

        var at = TimeProvider.System.GetUtcNow().AddHours(2);
        await Api.PostAsync("/api/sessions", founder, new { challengeId = _challenge, routineId = "desk-break-3", startsAt = at });
        await Api.PostAsync("/api/time-off", _cookies[2], new { from = NoonZone.Today.AddDays(3), to = NoonZone.Today.AddDays(4) });
        _wall = (await Api.PostAsync($"/api/challenges/{_challenge}/walls", founder, new { })).GetProperty("token").GetString()!;
        var url = (await Api.PostAsync("/api/account/calendar", founder, new { })).GetProperty("url").GetString()!;
        _calendar = new Uri(url).AbsolutePath;
    }

    // Nobody can be waited for a week; the days before are written as the server writes them.
    private async Task AddPastAsync()
    {
        await using var connection = new SqliteConnection($"{_file!.ConnectionString};Pooling=False");
        var start = $"{Start:yyyy-MM-dd}";
        await connection.ExecuteAsync("UPDATE enrolments SET joined_on = @start; UPDATE memberships SET from_date = @start", new { start });
        var ids = (await connection.QueryAsync<string>("SELECT id FROM accounts ORDER BY email")).ToList();
        var past =
            from person in Enumerable.Range(0, ids.Count)
            from day in Enumerable.Range(0, 6)
            where day % (person + 2) != 1
            select new { id = ids[person], date = $"{Start.AddDays(day):yyyy-MM-dd}", at = $"{Start.AddDays(day):yyyy-MM-dd} 12:00:00.123456+00:00" };
        await connection.ExecuteAsync("INSERT INTO credits (user_id, local_date, kind, recorded_at) VALUES (@id, @date, 'Guided', @at)", past);
    }

    private async Task<IReadOnlyDictionary<string, string>> LookAsync()
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
                pages[$"{path} {person}"] = Text(await Api.GetAsync(path, _cookies[person]));
            }
        }

        using var calendar = await Api.SendAsync(HttpMethod.Get, _calendar, null, null);
        // The one line that tells when it was asked for.
        var lines = (await calendar.Content.ReadAsStringAsync()).Split("\r\n").Where(line => !line.StartsWith("DTSTAMP", StringComparison.Ordinal));
        pages["calendar"] = string.Join('\n', lines);
        await using var wall = await HubClient.ConnectAsync(_server!.Address);
        pages["wall"] = Text((await wall.CallAsync("WatchWall", _wall)).GetProperty("board"));
        return pages;
    }

    // Versions count a board's changes since the server started.
    private static string Text(JsonElement answer)
    {
        var node = JsonNode.Parse(answer.GetRawText());
        (node as JsonObject)?.Remove("version");
        return node!.ToJsonString();
    }

    private static Task UntilAsync(DateTimeOffset instant)
    {
        var wait = instant - TimeProvider.System.GetUtcNow();
        return wait > TimeSpan.Zero ? Task.Delay(wait) : Task.CompletedTask;
    }
}
