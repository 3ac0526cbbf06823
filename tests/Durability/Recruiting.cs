using StretchChallenge.Testing;

namespace StretchChallenge.Durability;

/// <summary>Fills a new server: people in the four teams of one challenge, each with a started run for every volley.</summary>
/// <param name="api">The server's.</param>
/// <param name="people">How many.</param>
/// <param name="volleys">How often they will check in.</param>
internal sealed class Recruiting(Api api, int people, int volleys)
{
    private const int Teams = 4;
    private const int AtOnce = 8;

    private static readonly string[] EveryDay = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

    private readonly List<string> _teams = [];
    private string _challenge = "";
    private string _code = "";

    /// <summary>Signs everybody up, and waits until the runs can be completed: the server goes by the real clock.</summary>
    public async Task<Crowd> RunAsync()
    {
        var founder = await RegisterAsync(0);
        await FoundAsync(founder);
        var colleagues = new Colleague[people];
        await Parallel.ForAsync(0, people, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (number, _) =>
        {
            var newcomer = number == 0 ? founder : await RegisterAsync(number);
            colleagues[number] = await PrepareAsync(newcomer, _teams[number % Teams]);
        });
        await UntilAsync(colleagues.Max(colleague => colleague.Ready));
        return new Crowd(_challenge, [.. colleagues]);
    }

    private async Task<Colleague> RegisterAsync(int number)
    {
        var newcomer = new
        {
            email = $"colleague{number}@example.com",
            password = "a long enough one",
            displayName = $"Colleague {number}",
            timeZone = NoonZone.Id,
        };
        using var response = await api.SendAsync(HttpMethod.Post, "/api/account/register", null, newcomer);
        var account = await Api.ReadAsync(response);
        var cookie = response.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        return new Colleague(account.GetProperty("id").GetString()!, cookie, "", [], default);
    }

    private async Task FoundAsync(Colleague founder)
    {
        var wish = new { name = "Spring", startsOn = NoonZone.Today, timeZone = NoonZone.Id, workDays = EveryDay };
        var challenge = await api.PostAsync("/api/challenges", founder.Cookie, wish);
        _challenge = challenge.GetProperty("id").GetString()!;
        _code = challenge.GetProperty("code").GetString()!;
        for (var number = 1; number <= Teams; number++)
        {
            var team = await api.PostAsync($"/api/challenges/{_challenge}/teams", founder.Cookie, new { name = $"Team {number}" });
            _teams.Add(team.GetProperty("id").GetString()!);
        }
    }

    // The boards then list everybody by name, and have a row for each to compare.
    private async Task<Colleague> PrepareAsync(Colleague colleague, string team)
    {
        await api.PostAsync("/api/challenges/join", colleague.Cookie, new { code = _code, team });
        await api.PutAsync("/api/account", colleague.Cookie, new { showName = true });
        var runs = new List<string>();
        var ready = default(DateTimeOffset);
        for (var volley = 0; volley < volleys; volley++)
        {
            var run = await api.PostAsync("/api/runs", colleague.Cookie, new { routineId = "gentle" });
            runs.Add(run.GetProperty("run").GetString()!);
            ready = run.GetProperty("earliestCompletion").GetDateTimeOffset();
        }

        return colleague with { Team = team, Runs = [.. runs], Ready = ready };
    }

    private static Task UntilAsync(DateTimeOffset instant)
    {
        var wait = instant - TimeProvider.System.GetUtcNow();
        return wait > TimeSpan.Zero ? Task.Delay(wait) : Task.CompletedTask;
    }
}
