using StretchChallenge.LoadGenerator.Nodes;
using StretchChallenge.LoadGenerator.Rooms;
using StretchChallenge.LoadGenerator.Ticks;
using StretchChallenge.Testing.Live;
using StretchChallenge.Testing.Reports;
using StretchChallenge.Testing.Servers;

namespace StretchChallenge.LoadGenerator.Waiting;

/// <summary>
/// What connections cost that only wait, beside those of a hub that does nothing; and what a board costs its watchers' server,
/// beside watchers that ask for it every four seconds.
/// </summary>
internal sealed class WaitingMeasure : IMeasure
{
    private const int Connections = 10_000;
    private const int People = 300;
    private const int Concurrency = 64;
    private const double Goal = 1.15;
    private const string Board = "personStreak";

    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Waiting = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan PollingEvery = TimeSpan.FromSeconds(4);

    /// <inheritdoc />
    public string Name => "waiting";

    /// <inheritdoc />
    public string Title => $"{Connections:N0} connections that wait, beside a bare hub; and a board that they watch, beside asking every 4 s";

    /// <inheritdoc />
    public async Task<IReadOnlyList<Figure>> RunAsync()
    {
        var bare = await MeasureBareAsync();
        var pages = await MeasureOursAsync(
            (hub, _) => hub.CallAsync("WatchMe"),
            _ => Task.Delay(Waiting));
        var watchers = await MeasureOursAsync((hub, members) => hub.CallAsync("WatchStandings", members.ChallengeId, Board), ChangeAsync);
        var polling = await PollAsync();
        return
        [
            .. Describe("bare", bare),
            .. Describe("signed-in page", pages),
            .. Describe("watcher of a board, one change every 4 s", watchers),
            Figure.Of("asking every 4 s: server CPU of all for a minute, ms", polling.TotalMilliseconds, "N0"),
            Figure.AtMost("memory, signed-in page / bare", pages.Kilobytes / bare.Kilobytes, Goal, "0.00"),
            Figure.AtMost("server CPU, signed-in page / bare", pages.Cpu / bare.Cpu, Goal, "0.00"),
            Figure.AtMost("memory, watcher / bare", watchers.Kilobytes / bare.Kilobytes, Goal, "0.00"),
            Figure.AtMost("server CPU, watchers / asking", watchers.Cpu / polling, 1.0 / 10, "0.00"),
        ];
    }

    private static async Task<Cost> MeasureBareAsync()
    {
        await using var server = await ServerProcess.StartProgramAsync(
            AppContext.BaseDirectory, "dotnet", typeof(TickServer).Assembly.Location, TickServer.Switch);
        return await MeasureAsync(
            () => server.Memory, () => server.ProcessorTime, _ => CountedHub.ConnectAsync(server.Address), () => Task.Delay(Waiting));
    }

    private static async Task<Cost> MeasureOursAsync(
        Func<HubClient, Members, Task> watchAsync, Func<Members, Task> waitAsync)
    {
        await using var server = await Deployment.StartAsync(null);
        using var members = await Members.RegisterAsync(server, People, areNamed: true);
        await members.StartRunsAsync();
        return await MeasureAsync(
            () => server.Memory,
            () => server.ProcessorTime,
            async number =>
            {
                var hub = await CountedHub.ConnectAsync(server.Addresses[0], members.CookieOf(number));
                await watchAsync(hub.Client, members);
                return hub;
            },
            () => waitAsync(members));
    }

    // The first half of the connections fills pools and caches; the second half is what further ones cost. What the server spends
    // by itself is not theirs.
    private static async Task<Cost> MeasureAsync(
        Func<long> memory, Func<TimeSpan> cpu, Func<int, Task<CountedHub>> connectAsync, Func<Task> waitAsync)
    {
        var idle = await CostAsync(cpu, () => Task.Delay(Waiting));
        var hubs = new CountedHub[Connections];
        try
        {
            await ConnectAsync(hubs, 0, connectAsync);
            var before = memory();
            await ConnectAsync(hubs, Connections / 2, connectAsync);
            var kilobytes = (memory() - before) / 1024.0 / (Connections / 2.0);
            return new Cost(kilobytes, await CostAsync(cpu, waitAsync) - idle);
        }
        finally
        {
            await Parallel.ForEachAsync(hubs.OfType<CountedHub>(), async (hub, _) => await hub.DisposeAsync());
        }
    }

    private static async Task ConnectAsync(CountedHub[] hubs, int first, Func<int, Task<CountedHub>> connectAsync)
    {
        await Parallel.ForAsync(first, first + (Connections / 2), new ParallelOptions { MaxDegreeOfParallelism = Concurrency }, async (number, _) =>
            hubs[number] = await connectAsync(number));
        await Task.Delay(Settling);
    }

    private static async Task ChangeAsync(Members members)
    {
        using var next = new PeriodicTimer(PollingEvery);
        for (var change = 0; change < Waiting / PollingEvery && await next.WaitForNextTickAsync(); change++)
        {
            await members.CheckInAsync(change);
        }
    }

    // A part of the minute's requests, and the whole by it.
    private static async Task<TimeSpan> PollAsync()
    {
        const int Part = 15;
        await using var server = await Deployment.StartAsync(null);
        using var members = await Members.RegisterAsync(server, People, areNamed: true);
        var requests = (int)(Connections * (Waiting / PollingEvery) / Part);
        await AskAsync(members, requests / 10);
        return await CostAsync(() => server.ProcessorTime, () => AskAsync(members, requests)) * Part;
    }

    private static Task AskAsync(Members members, int requests) => Parallel.ForAsync(
        0, requests, new ParallelOptions { MaxDegreeOfParallelism = Concurrency }, async (number, _) => await members.ReadBoardAsync(number, Board));

    private static async Task<TimeSpan> CostAsync(Func<TimeSpan> cpu, Func<Task> work)
    {
        var before = cpu();
        await work();
        return cpu() - before;
    }

    private static IEnumerable<Figure> Describe(string label, Cost cost) =>
    [
        Figure.Of($"{label}: memory of a further one, KB", cost.Kilobytes, "0.0"),
        Figure.Of($"{label}: server CPU of all for a minute, ms", cost.Cpu.TotalMilliseconds, "N0"),
    ];

    /// <param name="Kilobytes">The memory of a further connection.</param>
    /// <param name="Cpu">The server's processor time for a minute of all connections.</param>
    private sealed record Cost(double Kilobytes, TimeSpan Cpu);
}
