using System.Collections.Concurrent;
using System.Diagnostics;
using StretchChallenge.LoadGenerator.Nodes;
using StretchChallenge.LoadGenerator.Rooms;
using StretchChallenge.Testing.Databases;
using StretchChallenge.Testing.Reports;

namespace StretchChallenge.LoadGenerator.Mornings;

/// <summary>Everybody of one challenge opens Today, does the routine and checks in within five minutes; some watch the board.</summary>
internal sealed class MorningMeasure : IMeasure
{
    private const int People = 10_000;
    private const int Watchers = 500;
    private const string Board = "personStreak";
    private const double CheckInGoal = 50;
    private const double StalenessGoal = 500;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    private readonly int _nodes;

    private MorningMeasure(string name, int nodes) => (Name, _nodes) = (name, nodes);

    /// <summary>One process with SQLite.</summary>
    public static MorningMeasure OfOne { get; } = new("morning", 0);

    /// <summary>Three nodes on PostgreSQL.</summary>
    public static MorningMeasure OfThree { get; } = new("morning-nodes", 3);

    /// <inheritdoc />
    public string Name { get; }

    /// <inheritdoc />
    public string Title => $"{People:N0} people in {Window.TotalMinutes} minutes, {Watchers} watchers of their board, {(_nodes == 0 ? "one process" : $"{_nodes} nodes")}";

    /// <inheritdoc />
    public async Task<IReadOnlyList<Figure>> RunAsync()
    {
        await using var database = _nodes > 0 ? await PostgreSqlServer.StartOwnAsync() : null;
        await using var deployment = await Deployment.StartAsync(database, Math.Max(_nodes, 1));
        using var members = await Members.RegisterAsync(deployment, People, areNamed: true);
        var hubs = new ConcurrentBag<CountedHub>();
        try
        {
            await Parallel.ForAsync(1, Watchers, async (number, _) => hubs.Add(await WatchAsync(deployment, members, number)));
            var observer = await WatchAsync(deployment, members, 0);
            hubs.Add(observer);
            var seen = new List<(long At, int Done)>();
            var observing = ObserveAsync(observer, seen);

            var checkIns = new ConcurrentBag<(long Sent, long Answered)>();
            var before = deployment.ProcessorTime;
            await Task.WhenAll(Enumerable.Range(0, People).Select(person => StretchAsync(members, person, checkIns)));
            await Task.WhenAny(observing, Task.Delay(TimeSpan.FromSeconds(10)));
            var cpu = deployment.ProcessorTime - before;
            return Report(checkIns, seen, cpu);
        }
        finally
        {
            foreach (var hub in hubs)
            {
                await hub.DisposeAsync();
            }
        }
    }

    private static async Task<CountedHub> WatchAsync(Deployment deployment, Members members, int number)
    {
        var hub = await CountedHub.ConnectAsync(deployment.Addresses[number % deployment.Addresses.Length], members.CookieOf(number));
        await hub.Client.CallAsync("WatchStandings", members.ChallengeId, Board);
        return hub;
    }

    // Notes how many are known to have done their first day, and when.
    private static async Task ObserveAsync(CountedHub observer, List<(long At, int Done)> seen)
    {
        await foreach (var pushed in observer.Client.Events.ReadAllAsync())
        {
            var at = Stopwatch.GetTimestamp();
            if (pushed.Target != "StandingsChanged")
            {
                continue;
            }

            foreach (var score in pushed.Message.GetProperty("scores").EnumerateArray())
            {
                // [[streak, best], people]
                if (score[0][0].GetInt32() == 1)
                {
                    seen.Add((at, score[1].GetInt32()));
                }
            }

            if (seen is [.., { Done: People }])
            {
                return;
            }
        }
    }

    private static async Task StretchAsync(Members members, int person, ConcurrentBag<(long Sent, long Answered)> checkIns)
    {
        await Task.Delay(Window * ((double)person / People));
        await members.StartRunAsync(person);
        var sent = Stopwatch.GetTimestamp();
        await members.CheckInAsync(person);
        checkIns.Add((sent, Stopwatch.GetTimestamp()));
    }

    private static IReadOnlyList<Figure> Report(
        ConcurrentBag<(long Sent, long Answered)> checkIns, List<(long At, int Done)> seen, TimeSpan cpu)
    {
        double[] times = [.. checkIns.Select(one => Milliseconds(one.Sent, one.Answered)).Order()];
        // The board that first counts so many people shows the check-in that was answered as that one.
        double[] staleness =
        [
            .. checkIns.Select(one => one.Answered).Order()
                .Select((answered, index) => seen.Where(board => board.Done > index).Select(board => Milliseconds(answered, board.At)).FirstOrDefault(double.MaxValue))
                .Order(),
        ];
        return
        [
            Figure.Of("check-ins answered", checkIns.Count, "N0"),
            Figure.AtLeast("of them on the board", seen.Count == 0 ? 0 : seen[^1].Done, People, "N0"),
            Figure.Of("a check-in, median, ms", Percentile(times, 0.5), "0.0"),
            Figure.AtMost("a check-in, p99, ms", Percentile(times, 0.99), CheckInGoal, "0.0"),
            Figure.Of("until a watcher saw it, median, ms", Percentile(staleness, 0.5), "0"),
            Figure.AtMost("until a watcher saw it, p99, ms", Percentile(staleness, 0.99), StalenessGoal, "0"),
            Figure.Of("server CPU, s", cpu.TotalSeconds, "0.0"),
        ];
    }

    private static double Milliseconds(long from, long to) => Stopwatch.GetElapsedTime(from, to).TotalMilliseconds;

    private static double Percentile(double[] sorted, double share) => sorted[Math.Min((int)(sorted.Length * share), sorted.Length - 1)];
}
