using StretchChallenge.Testing.Databases;
using StretchChallenge.Testing.Reports;

namespace StretchChallenge.LoadGenerator.Nodes;

/// <summary>How long a server takes to start and to stop, and the memory that it needs for itself.</summary>
internal sealed class StartMeasure : IMeasure
{
    private const int Trials = 5;

    /// <summary>In seconds.</summary>
    private const double LongestStop = 1;

    /// <inheritdoc />
    public string Name => "start";

    /// <inheritdoc />
    public string Title => $"From a server's start until it is ready, and from SIGTERM until it has exited: medians of {Trials}";

    /// <inheritdoc />
    public async Task<IReadOnlyList<Figure>> RunAsync()
    {
        await using var server = await PostgreSqlServer.StartOwnAsync();
        return [.. await MeasureAsync("embedded, SQLite", null), .. await MeasureAsync("one node, PostgreSQL", server)];
    }

    private static async Task<IEnumerable<Figure>> MeasureAsync(string label, PostgreSqlServer? server)
    {
        // The first start makes the schema: it is not counted.
        await using var deployment = await Deployment.StartAsync(server);
        await deployment.StopAsync(0);
        var trials = new List<(TimeSpan Start, long Memory, TimeSpan Stop)>();
        for (var trial = 0; trial < Trials; trial++)
        {
            var start = await Elapsed.OfAsync(() => deployment.StartAsync(0));
            var memory = deployment.Memory;
            trials.Add((start, memory, await Elapsed.OfAsync(() => deployment.StopAsync(0))));
        }

        return
        [
            Figure.Of($"{label}: start to ready, s", Median.Of(trials, trial => trial.Start.TotalSeconds), "0.00"),
            Figure.AtMost($"{label}: stop, s", Median.Of(trials, trial => trial.Stop.TotalSeconds), LongestStop, "0.00"),
            Figure.Of($"{label}: memory after the start, MB", Median.Of(trials, trial => trial.Memory / 1e6), "0"),
        ];
    }
}
