using StretchChallenge.LoadGenerator.Rooms;
using StretchChallenge.Testing.Reports;
using StretchChallenge.Testing.Servers;

namespace StretchChallenge.LoadGenerator.Ticks;

/// <summary>What a desk break of five minutes costs, beside the naive way: a tick each second to all.</summary>
/// <remarks>Both servers run side by side, each in a process of its own, with as many people.</remarks>
internal sealed class TickMeasure : IMeasure
{
    private const int Guests = 500;
    private const string Routine = "desk-break-5";
    private const double Goal = 1.0 / 20;

    private static readonly TimeSpan Break = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan SyncEvery = TimeSpan.FromSeconds(30);

    /// <inheritdoc />
    public string Name => "ticks";

    /// <inheritdoc />
    public string Title => $"A desk break of five minutes, {Guests} guests, beside a tick each second";

    /// <inheritdoc />
    public async Task<IReadOnlyList<Figure>> RunAsync()
    {
        await using var silent = await LiveServer.StartAsync();
        await using var silentRoom = await silent.OpenRoomAsync(Routine, Guests);
        await using var synced = await LiveServer.StartAsync();
        await using var syncedRoom = await synced.OpenRoomAsync(Routine, Guests);
        await using var naive = await ServerProcess.StartAsync(
            AppContext.BaseDirectory, [typeof(TickServer).Assembly.Location, TickServer.Switch]);
        await using var naiveRoom = await TickRoom.OpenAsync(naive.Address, Guests);

        var costs = await Task.WhenAll(
            CostAsync(silent.Process, () => silentRoom.BytesReceived, () => silentRoom.CommandAsync("StartSession")),
            CostAsync(synced.Process, () => syncedRoom.BytesReceived, () => BreakWithSyncAsync(syncedRoom)),
            CostAsync(naive, () => naiveRoom.BytesReceived, () => Task.CompletedTask));
        return Report(costs[0], costs[1], costs[2]);
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

    private static async Task<Cost> CostAsync(ServerProcess server, Func<long> bytes, Func<Task> conduct)
    {
        var (cpuBefore, bytesBefore) = (server.ProcessorTime, bytes());
        await Task.WhenAll(conduct(), Task.Delay(Break));
        return new Cost(server.ProcessorTime - cpuBefore, bytes() - bytesBefore);
    }

    private static IReadOnlyList<Figure> Report(Cost silent, Cost synced, Cost naive) =>
    [
        Figure.Of("ticks: bytes to each guest", (double)naive.Bytes / Guests, "N0"),
        Figure.Of("ticks: server CPU, ms", naive.Cpu.TotalMilliseconds, "N0"),
        Figure.Of("ours: bytes to each guest", (double)silent.Bytes / Guests, "N0"),
        Figure.Of("ours: server CPU, ms", silent.Cpu.TotalMilliseconds, "N0"),
        Figure.AtMost("bytes, ours / ticks", (double)silent.Bytes / naive.Bytes, Goal, "0.000"),
        Figure.AtMost("server CPU, ours / ticks", silent.Cpu / naive.Cpu, Goal, "0.000"),
        Figure.Of("with each guest's clock kept right: bytes, ours / ticks", (double)synced.Bytes / naive.Bytes, "0.000"),
        Figure.Of("with each guest's clock kept right: server CPU, ours / ticks", synced.Cpu / naive.Cpu, "0.000"),
    ];

    private sealed record Cost(TimeSpan Cpu, long Bytes);
}
