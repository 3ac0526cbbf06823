using System.Collections.Immutable;

namespace StretchChallenge.LoadGenerator.Nodes;

/// <summary>The people of one challenge, each at one of the nodes.</summary>
internal sealed class Staff : IDisposable
{
    /// <summary>How many of them do something at the same time.</summary>
    private const int AtOnce = 32;

    private readonly ImmutableArray<HttpApi> _nodes;
    private readonly string[] _cookies;
    private readonly string[] _runs;
    private int _volleys;

    private Staff(ImmutableArray<HttpApi> nodes, int people)
    {
        _nodes = nodes;
        _cookies = new string[people];
        _runs = new string[people];
    }

    private int Count => _cookies.Length;

    // UTC is everybody's zone.
    private static string Today => TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd", null);

    /// <summary>Signs everybody up and makes them members of a new challenge.</summary>
    public static async Task<Staff> HireAsync(ImmutableArray<Uri> nodes, int people)
    {
        var staff = new Staff([.. nodes.Select(node => new HttpApi(node))], people);
        var founder = staff._nodes[0];
        staff._cookies[0] = await founder.RegisterAsync("Person 0");
        string[] everyDay = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
        var wish = new { name = "Load", startsOn = Today, timeZone = "UTC", workDays = everyDay };
        var challenge = await founder.PostAsync("/api/challenges", staff._cookies[0], wish);
        var joining = new { code = challenge.GetProperty("code").GetString() };
        await founder.PostAsync("/api/challenges/join", staff._cookies[0], joining);
        await staff.EverybodyAsync(async (api, person) =>
        {
            if (person > 0)
            {
                staff._cookies[person] = await api.RegisterAsync($"Person {person}");
                await api.PostAsync("/api/challenges/join", staff._cookies[person], joining);
            }
        });
        return staff;
    }

    /// <summary>Gives everybody a routine that they can say they have done.</summary>
    public async Task StartRoutinesAsync()
    {
        _volleys++;
        var ready = new DateTimeOffset[Count];
        await EverybodyAsync(async (api, person) =>
        {
            var run = await api.PostAsync("/api/runs", _cookies[person], new { routineId = "gentle" });
            _runs[person] = run.GetProperty("run").GetString()!;
            ready[person] = run.GetProperty("earliestCompletion").GetDateTimeOffset();
        });
        while (TimeProvider.System.GetUtcNow() < ready.Max())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }
    }

    /// <summary>Everybody checks in.</summary>
    public Task CheckInAsync() => EverybodyAsync(async (api, person) =>
    {
        var answer = await api.PostAsync("/api/check-ins", _cookies[person], new { commandId = $"volley-{_volleys}", run = _runs[person] });
        if (!answer.GetProperty("credited").GetBoolean())
        {
            throw new InvalidOperationException($"Not credited: {answer}");
        }
    });

    /// <summary>Everybody takes the day back.</summary>
    public Task TakeBackAsync() => EverybodyAsync((api, person) => api.DeleteAsync($"/api/check-ins/{Today}", _cookies[person]));

    /// <summary>Everybody looks at their day, each through another node than the one that is away.</summary>
    public Task LookAsync(int away) => Parallel.ForAsync(0, Count, async (person, _) =>
        await _nodes[(away + 1 + (person % (_nodes.Length - 1))) % _nodes.Length].GetAsync("/api/today", _cookies[person]));

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var node in _nodes)
        {
            node.Dispose();
        }
    }

    private Task EverybodyAsync(Func<HttpApi, int, Task> act) => Parallel.ForAsync(
        0, Count, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (person, _) => await act(_nodes[person % _nodes.Length], person));
}
