using System.Collections.Immutable;
using StretchChallenge.Testing;
using StretchChallenge.Testing.Servers;

namespace StretchChallenge.LoadGenerator.Nodes;

/// <summary>The members of one challenge, each of whom uses one of the nodes.</summary>
internal sealed class Members : IDisposable
{
    /// <summary>How many of them do something at the same time.</summary>
    private const int Concurrency = 32;

    private readonly ImmutableArray<Api> _nodes;
    private readonly string[] _cookies;
    private readonly string[] _runs;
    private int _rounds;

    private Members(Deployment deployment, int people)
    {
        _nodes = [.. deployment.Addresses.Select(node => new Api(node) { SetupCode = deployment.SetupCode })];
        _cookies = new string[people];
        _runs = new string[people];
    }

    /// <summary>The challenge.</summary>
    public string ChallengeId { get; private set; } = "";

    /// <summary>Registers everybody, and lets them join a new challenge.</summary>
    /// <param name="deployment">Where.</param>
    /// <param name="people">How many.</param>
    /// <param name="areNamed">Whether they are named to others.</param>
    public static async Task<Members> RegisterAsync(Deployment deployment, int people, bool areNamed = false)
    {
        var members = new Members(deployment, people);
        var api = members._nodes[0];
        (_, members._cookies[0]) = await api.RegisterAsync("Person 0");
        (members.ChallengeId, var code) = await api.CreateChallengeAsync(members._cookies[0]);
        await members.ForEachAsync(async (node, person) =>
        {
            if (person > 0)
            {
                (_, members._cookies[person]) = await node.RegisterAsync($"Person {person}");
            }

            var cookie = members._cookies[person];
            await node.PutAsync("/api/account", cookie, new { showName = areNamed });
            await node.PostAsync("/api/challenges/join", cookie, new { code });
        });
        return members;
    }

    /// <summary>Starts everybody's routine, and waits until all can be checked in.</summary>
    public async Task StartRunsAsync()
    {
        _rounds++;
        var ready = new DateTimeOffset[_cookies.Length];
        await ForEachAsync(async (node, person) => (_runs[person], ready[person]) = await node.StartRunAsync(_cookies[person]));
        await Wait.UntilAsync(ready.Max());
    }

    /// <summary>One person opens Today and starts the routine; waits until it can be checked in.</summary>
    public async Task StartRunAsync(int person)
    {
        await NodeOf(person).GetAsync("/api/today", _cookies[person]);
        (_runs[person], var ready) = await NodeOf(person).StartRunAsync(_cookies[person]);
        await Wait.UntilAsync(ready);
    }

    /// <summary>The sign-in of a person; beyond the last one, people have several browsers.</summary>
    public string CookieOf(int number) => _cookies[number % _cookies.Length];

    /// <summary>Everybody checks in.</summary>
    public Task CheckInAsync() => ForEachAsync((_, person) => CheckInAsync(person));

    /// <summary>One person checks in.</summary>
    public async Task CheckInAsync(int person)
    {
        var node = NodeOf(person);
        var answer = await node.PostAsync("/api/check-ins", _cookies[person], new { commandId = $"round-{_rounds}", run = _runs[person] });
        if (!answer.GetProperty("credited").GetBoolean())
        {
            throw new InvalidOperationException($"Not credited: {answer}");
        }
    }

    /// <summary>Somebody asks for the first hundred rows of a board.</summary>
    public Task ReadBoardAsync(int number, string board) =>
        NodeOf(number).GetAsync($"/api/challenges/{ChallengeId}/standings/{board}?top=100", CookieOf(number));

    /// <summary>Everybody removes their check-in of the day.</summary>
    public Task RemoveCheckInsAsync() => ForEachAsync(
        (node, person) => node.DeleteAsync($"/api/check-ins/{NoonZone.Today:O}", _cookies[person]));

    /// <summary>Everybody asks for their day, each through another node than the one that is down.</summary>
    public Task ReadTodayAsync(int down) => Parallel.ForAsync(0, _cookies.Length, async (person, _) =>
        await _nodes[(down + 1 + (person % (_nodes.Length - 1))) % _nodes.Length].GetAsync("/api/today", _cookies[person]));

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var node in _nodes)
        {
            node.Dispose();
        }
    }

    private Task ForEachAsync(Func<Api, int, Task> act) => Parallel.ForAsync(
        0,
        _cookies.Length,
        new ParallelOptions { MaxDegreeOfParallelism = Concurrency },
        async (person, _) => await act(NodeOf(person), person));

    private Api NodeOf(int person) => _nodes[person % _nodes.Length];
}
