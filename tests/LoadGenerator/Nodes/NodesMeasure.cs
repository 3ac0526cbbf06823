using System.Globalization;
using StretchChallenge.Testing.Databases;
using StretchChallenge.Testing.Reports;
using StretchChallenge.Testing.Servers;

namespace StretchChallenge.LoadGenerator.Nodes;

/// <summary>What one, two and three nodes of a cluster do on one machine.</summary>
internal sealed class NodesMeasure : IMeasure
{
    private const string Ratio = "0.00";

    /// <inheritdoc />
    public string Name => "nodes";

    /// <inheritdoc />
    public string Title => "Check-ins over HTTP and deliveries to guests, on one PostgreSQL server; the load comes from the same machine";

    /// <inheritdoc />
    public async Task<IReadOnlyList<Figure>> RunAsync()
    {
        await using var server = await PostgreSqlServer.StartOwnAsync();
        var figures = new List<Figure>();
        Throughput? one = null;
        for (var nodes = 1; nodes <= 3; nodes++)
        {
            var cluster = await MeasureAsync(server, nodes);
            one ??= cluster;
            var label = string.Create(CultureInfo.InvariantCulture, $"nodes: {nodes}");
            figures.AddRange(Describe(label, cluster));
            figures.Add(Figure.Of($"{label}: check-ins, ratio to one node", cluster.CheckIns / one.CheckIns, Ratio));
            figures.Add(Figure.Of($"{label}: deliveries, ratio to one node", cluster.Deliveries / one.Deliveries, Ratio));
        }

        return figures;
    }

    private static async Task<Throughput> MeasureAsync(PostgreSqlServer server, int nodes)
    {
        await using var deployment = await Deployment.StartAsync(server, ServerFolder.Path, nodes);
        return await Throughput.OfAsync(deployment);
    }

    private static IEnumerable<Figure> Describe(string label, Throughput throughput) =>
    [
        Figure.Of($"{label}: check-ins/s", throughput.CheckIns, "N0"),
        Figure.Of($"{label}: server CPU of a check-in, ms", throughput.CheckInCost, "0.00"),
        Figure.Of($"{label}: deliveries/s", throughput.Deliveries, "N0"),
        Figure.Of($"{label}: server CPU of a delivery, ms", throughput.DeliveryCost, "0.000"),
        Figure.Of($"{label}: memory of a connected guest, KB", throughput.GuestMemory, "0"),
    ];
}
