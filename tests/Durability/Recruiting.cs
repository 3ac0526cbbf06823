using StretchChallenge.Testing;
using StretchChallenge.Testing.Servers;

namespace StretchChallenge.Durability;

/// <summary>Fills a new server: people in the four teams of one challenge, each with a started run for every volley.</summary>
/// <param name="api">The server's.</param>
/// <param name="people">How many.</param>
/// <param name="volleys">How often they will check in.</param>
internal sealed class Recruiting(Api api, int people, int volleys)
{
    private const int Teams = 4;
    private const int AtOnce = 8;

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
        await Wait.UntilAsync(colleagues.Max(colleague => colleague.Ready));
        return new Crowd(_challenge, [.. colleagues]);
    }

    private async Task<Colleague> RegisterAsync(int number)
    {
        var (id, cookie) = await api.RegisterAsync($"Colleague {number}");
        return new Colleague(id, cookie, "", [], default);
    }

    private async Task FoundAsync(Colleague founder)
    {
        (_challenge, _code) = await api.CreateChallengeAsync(founder.Cookie);
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
            (var run, ready) = await api.StartRunAsync(colleague.Cookie);
            runs.Add(run);
        }

        return colleague with { Team = team, Runs = [.. runs], Ready = ready };
    }
}
