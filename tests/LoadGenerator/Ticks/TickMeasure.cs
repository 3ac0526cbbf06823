using StretchChallenge.LoadGenerator.Nodes;
using StretchChallenge.LoadGenerator.Rooms;
using StretchChallenge.Testing.Reports;
using StretchChallenge.Testing.Servers;

namespace StretchChallenge.LoadGenerator.Ticks;

/// <summary>What a desk break of five minutes costs, beside the naive way: a tick each second to all.</summary>
/// <remarks>
/// The servers run side by side, each in a process of its own, with as many people. Each idles first with its full room
/// for as long as the break takes: what it spends then, on keeping the connections, is no cost of the break.
/// </remarks>
internal sealed class TickMeasure : IMeasure
{
    private const int Guests = 1_000;
    private const string Routine = "desk-break-5";
    private const double Goal = 1.0 / 20;

    private static readonly TimeSpan Break = TimeSpan.FromMinutes(5);

    /// <summary>For what the joining leaves to the compiler and to the garbage collector.</summary>
    private static readonly TimeSpan WarmUp = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan SyncEvery = TimeSpan.FromSeconds(30);

    /// <inheritdoc />
    public string Name => "ticks";

    /// <inheritdoc />
    public string Title => $"A desk break of five minutes, {Guests} guests, beside a tick each second";

    /// <inheritdoc />
    public async Task<IReadOnlyList<Figure>> RunAsync()
    {
        await using var silent = await StartWarmAsync();
        await using var silentRoom = await OpenRoomAsync(silent, Guests);
        await using var synced = await StartWarmAsync();
        await using var syncedRoom = await OpenRoomAsync(synced, Guests);
        await using var naive = await ServerProcess.StartProgramAsync(
            AppContext.BaseDirectory, ["dotnet", typeof(TickServer).Assembly.Location, TickServer.Switch]);
        await using var naiveRoom = await TickRoom.OpenAsync(naive.Address, Guests);

        await Task.Delay(WarmUp);
        var costs = await Task.WhenAll(
            CostAsync(() => silent.ProcessorTime, () => silentRoom.BytesReceived, () => silentRoom.CommandAsync("StartSession")),
            CostAsync(() => synced.ProcessorTime, () => syncedRoom.BytesReceived, () => BreakWithSyncAsync(syncedRoom)),
            CostAsync(() => naive.ProcessorTime, () => naiveRoom.BytesReceived, naiveRoom.StartAsync));
        return Report(costs[0], costs[1], costs[2]);
    }

    // A server's first break compiles what the later ones run.
    private static async Task<Deployment> StartWarmAsync()
    {
        var server = await Deployment.StartAsync(null, pace: 1);
        await using var room = await OpenRoomAsync(server, Guests / 10);
        await room.CommandAsync("StartSession");
        await room.SyncAsync();
        await room.CommandAsync("EndSession");
        return server;
    }

    private static async Task<Room> OpenRoomAsync(Deployment server, int guests)
    {
        using var host = await Host.RegisterAsync(server);
        return await Room.OpenAsync(host, server.Addresses, Routine, guests);
    }

    private static async Task BreakWithSyncAsync(Room room)
    {
        await room.CommandAsync("StartSession");
        for (var passed = SyncEvery; passed < Break; passed += SyncEvery)
        {
            await Task.Delay(SyncEvery);
            await room.SyncAsync();
        }
    }

    private static async Task<Cost> CostAsync(Func<TimeSpan> cpu, Func<long> bytes, Func<Task> conduct)
    {
        var (idle, _) = await SpentAsync(cpu, bytes, () => Task.CompletedTask);
        var (busy, received) = await SpentAsync(cpu, bytes, conduct);
        return new Cost(idle, busy - idle, received);
    }

    private static async Task<(TimeSpan Cpu, long Bytes)> SpentAsync(Func<TimeSpan> cpu, Func<long> bytes, Func<Task> conduct)
    {
        var (cpuBefore, bytesBefore) = (cpu(), bytes());
        await Task.WhenAll(conduct(), Task.Delay(Break));
        return (cpu() - cpuBefore, bytes() - bytesBefore);
    }

    private static IReadOnlyList<Figure> Report(Cost silent, Cost synced, Cost naive) =>
    [
        .. Figures("ticks", naive),
        .. Figures("ours", silent),
        .. Figures("ours, each guest's clock kept right", synced),
        Figure.AtMost("bytes, ours / ticks", (double)silent.Bytes / naive.Bytes, Goal, "0.000"),
        Figure.AtMost("server CPU, ours / ticks", silent.Cpu / naive.Cpu, Goal, "0.000"),
        Figure.Of("bytes, ours with clocks / ticks", (double)synced.Bytes / naive.Bytes, "0.000"),
        Figure.Of("server CPU, ours with clocks / ticks", synced.Cpu / naive.Cpu, "0.000"),
    ];

    private static IEnumerable<Figure> Figures(string way, Cost cost) =>
    [
        Figure.Of($"{way}: bytes to each guest", (double)cost.Bytes / Guests, "N0"),
        Figure.Of($"{way}: server CPU of the break, ms", cost.Cpu.TotalMilliseconds, "N0"),
        Figure.Of($"{way}: server CPU while idle as long, ms", cost.Idle.TotalMilliseconds, "N0"),
    ];

    /// <param name="Idle">What the full room costs without a break.</param>
    /// <param name="Cpu">What the break costs beyond that.</param>
    /// <param name="Bytes">What all guests together receive.</param>
    private sealed record Cost(TimeSpan Idle, TimeSpan Cpu, long Bytes);
}
