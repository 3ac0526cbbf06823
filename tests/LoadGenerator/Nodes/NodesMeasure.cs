using System.Globalization;
using StretchChallenge.LoadGenerator.Rooms;
using StretchChallenge.Testing.Databases;
using StretchChallenge.Testing.Reports;

namespace StretchChallenge.LoadGenerator.Nodes;

/// <summary>What the embedded server, and one, two and three nodes of a cluster, do on one machine.</summary>
internal sealed class NodesMeasure : IMeasure
{
    private const string Ratio = "0.00";
    private const int People = 300;
    private const int Rounds = 9;
    private const int Rooms = 4;
    private const int Guests = 100;
    private const int Commands = 200;

    /// <inheritdoc />
    public string Name => "nodes";

    /// <inheritdoc />
    public string Title => "Check-ins over HTTP and deliveries to guests, with SQLite and on one PostgreSQL server; the load comes from the same machine";

    /// <inheritdoc />
    public async Task<IReadOnlyList<Figure>> RunAsync()
    {
        await using var server = await PostgreSqlServer.StartOwnAsync();
        var figures = new List<Figure>(Describe("embedded, SQLite", await MeasureAsync(null, 1)));
        Throughput? one = null;
        for (var nodes = 1; nodes <= 3; nodes++)
        {
            var cluster = await MeasureAsync(server, nodes);
            one ??= cluster;
            var label = string.Create(CultureInfo.InvariantCulture, $"nodes: {nodes}");
            figures.AddRange(Describe(label, cluster));
            figures.Add(Figure.Of($"{label}: check-ins, ratio to one node", cluster.CheckIns.PerSecond / one.CheckIns.PerSecond, Ratio));
            figures.Add(Figure.Of($"{label}: deliveries, ratio to one node", cluster.Deliveries.PerSecond / one.Deliveries.PerSecond, Ratio));
        }

        return figures;
    }

    // First the members check in, then hosts command full rooms.
    private static async Task<Throughput> MeasureAsync(PostgreSqlServer? server, int nodes)
    {
        await using var deployment = await Deployment.StartAsync(server, nodes);
        var checkIns = await CheckInAsync(deployment);
        using var host = await Host.RegisterAsync(deployment);
        var before = deployment.Memory;
        var rooms = new List<Room>();
        try
        {
            for (var room = 0; room < Rooms; room++)
            {
                rooms.Add(await Room.OpenAsync(host, deployment.Addresses, "desk-break-10", Guests));
            }

            var memory = (deployment.Memory - before) / 1024.0 / (Rooms * Guests);
            var deliveries = await MeasureAsync(deployment, Rooms * Guests * Commands, () => Task.WhenAll(rooms.Select(CommandAsync)));
            return new Throughput(checkIns, deliveries, memory);
        }
        finally
        {
            await Task.WhenAll(rooms.Select(room => room.DisposeAsync().AsTask()));
        }
    }

    private static async Task<Load> CheckInAsync(Deployment deployment)
    {
        using var members = await Members.RegisterAsync(deployment, People);
        var rounds = new List<Load>();
        for (var round = 0; round <= Rounds; round++)
        {
            await members.StartRunsAsync();
            rounds.Add(await MeasureAsync(deployment, People, members.CheckInAsync));
            await members.RemoveCheckInsAsync();
        }

        // The first round only warms up.
        rounds.RemoveAt(0);
        return new Load(Median.Of(rounds, round => round.PerSecond), Median.Of(rounds, round => round.CpuMs));
    }

    private static async Task<Load> MeasureAsync(Deployment deployment, int count, Func<Task> work)
    {
        var before = deployment.ProcessorTime;
        var elapsed = await Elapsed.OfAsync(work);
        return new Load(count / elapsed.TotalSeconds, (deployment.ProcessorTime - before).TotalMilliseconds / count);
    }

    // Each command waits until the last guest has received the one before.
    private static async Task CommandAsync(Room room)
    {
        for (var command = 0; command < Commands; command++)
        {
            await room.NextCommandAsync();
        }
    }

    private static IEnumerable<Figure> Describe(string label, Throughput throughput) =>
    [
        Figure.Of($"{label}: check-ins/s", throughput.CheckIns.PerSecond, "N0"),
        Figure.Of($"{label}: server CPU of a check-in, ms", throughput.CheckIns.CpuMs, "0.00"),
        Figure.Of($"{label}: deliveries/s", throughput.Deliveries.PerSecond, "N0"),
        Figure.Of($"{label}: server CPU of a delivery, ms", throughput.Deliveries.CpuMs, "0.000"),
        Figure.Of($"{label}: memory of a connected guest, KB", throughput.GuestMemory, "0"),
    ];

    /// <param name="PerSecond">How many were done in a second.</param>
    /// <param name="CpuMs">The servers' processor time of one, in ms.</param>
    private sealed record Load(double PerSecond, double CpuMs);

    /// <param name="CheckIns">Check-ins, each by somebody else.</param>
    /// <param name="Deliveries">Messages received by guests.</param>
    /// <param name="GuestMemory">The servers' memory for one connected guest, in KB.</param>
    private sealed record Throughput(Load CheckIns, Load Deliveries, double GuestMemory);
}
