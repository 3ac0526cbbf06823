using System.Collections.Immutable;
using System.Net;
using System.Text.Json;
using StretchChallenge.Testing;
using StretchChallenge.Testing.Servers;

namespace StretchChallenge.Durability;

/// <summary>The people of one challenge, who check in all at once.</summary>
/// <param name="Challenge">The challenge.</param>
/// <param name="Colleagues">Everybody.</param>
internal sealed record Crowd(string Challenge, ImmutableArray<Colleague> Colleagues)
{
    /// <summary>Takes back whatever was done today, so that a volley begins with an empty day.</summary>
    public async Task ClearDayAsync(Api api, IReadOnlyDictionary<string, LedgerRow> ledger)
    {
        foreach (var colleague in Colleagues.Where(colleague => ledger[colleague.Id].Credits > 0))
        {
            using var answer = await api.SendAsync(HttpMethod.Delete, $"/api/check-ins/{NoonZone.Today:O}", colleague.Cookie, null);
            Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        }
    }

    /// <summary>
    /// Starts a routine for everybody, and waits until all can be completed: the server goes by the real clock, and time that an
    /// earlier run took does not count again.
    /// </summary>
    public async Task<ImmutableDictionary<string, string>> StartRunsAsync(Api api)
    {
        var started = await Task.WhenAll(Colleagues.Select(async colleague => (colleague.Id, Run: await api.StartRunAsync(colleague.Cookie))));
        await Wait.UntilAsync(started.Max(one => one.Run.Ready));
        return started.ToImmutableDictionary(one => one.Id, one => one.Run.Run);
    }

    /// <summary>Each check-in is there with all its rows or not at all, and once.</summary>
    public void AssertWhole(IReadOnlyDictionary<string, LedgerRow> ledger) => Assert.All(Colleagues, colleague =>
    {
        var row = ledger[colleague.Id];
        Assert.InRange(row.Credits, 0, 1);
        Assert.Equal(row.Credits, row.OfVolley);
        Assert.Equal(row.Commands, row.Completions);
    });

    /// <summary>The boards show what the database holds.</summary>
    public async Task AssertBoardsAgreeAsync(Api api, IReadOnlyDictionary<string, LedgerRow> ledger)
    {
        var people = await ReadBoardAsync(api, "personStreak");
        Assert.All(Colleagues, colleague =>
        {
            var row = people[colleague.Id];
            Assert.Equal(ledger[colleague.Id].Credits, row.GetProperty("streak").GetInt32());
        });

        var teams = await ReadBoardAsync(api, "teamStreak");
        Assert.All(Colleagues.GroupBy(colleague => colleague.Team), team =>
            Assert.Equal(team.Sum(colleague => ledger[colleague.Id].Credits), DoneToday(teams[team.Key])));
    }

    private static int DoneToday(JsonElement team) => team.GetProperty("today").GetProperty("done").GetInt32();

    // The rows by id.
    private async Task<Dictionary<string, JsonElement>> ReadBoardAsync(Api api, string board)
    {
        var path = $"/api/challenges/{Challenge}/standings/{board}?top={Colleagues.Length}";
        var snapshot = await api.GetAsync(path, Colleagues[0].Cookie);
        return snapshot.GetProperty("rows").EnumerateArray().ToDictionary(row => row.GetProperty("id").GetString()!);
    }
}

/// <summary>Somebody signed in.</summary>
/// <param name="Id">The account.</param>
/// <param name="Cookie">The sign-in, which outlives the server.</param>
/// <param name="Team">The team.</param>
internal sealed record Colleague(string Id, string Cookie, string Team);

/// <summary>Fills a new server: people in the four teams of one challenge.</summary>
/// <param name="api">The server's.</param>
/// <param name="people">How many.</param>
internal sealed class CrowdSetup(Api api, int people)
{
    private const int Teams = 4;
    private const int AtOnce = 8;

    private readonly List<string> _teams = [];
    private string _challenge = "";
    private string _code = "";

    /// <summary>Signs everybody up.</summary>
    public async Task<Crowd> RunAsync()
    {
        var founder = await RegisterAsync(0);
        await CreateChallengeAsync(founder);
        var colleagues = new Colleague[people];
        await Parallel.ForAsync(0, people, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (number, _) =>
        {
            var newcomer = number == 0 ? founder : await RegisterAsync(number);
            colleagues[number] = await PrepareAsync(newcomer, _teams[number % Teams]);
        });
        return new Crowd(_challenge, [.. colleagues]);
    }

    private async Task<Colleague> RegisterAsync(int number)
    {
        var (id, cookie) = await api.RegisterAsync($"Colleague {number}");
        return new Colleague(id, cookie, "");
    }

    private async Task CreateChallengeAsync(Colleague founder)
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
        return colleague with { Team = team };
    }
}
