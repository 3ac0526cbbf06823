using StretchChallenge.Testing.Databases;
using StretchChallenge.Testing.Reports;

namespace StretchChallenge.LoadGenerator.Nodes;

/// <summary>How long people wait whose grains were on a node that is killed.</summary>
internal sealed class FailoverMeasure : IMeasure
{
    private const int Nodes = 3;
    private const int People = 60;
    private const int Trials = 10;
    private const double Goal = 10;

    /// <inheritdoc />
    public string Name => "failover";

    /// <inheritdoc />
    public string Title => $"From kill -9 of one of {Nodes} nodes until all {People} people, a third of them its own, have read their day";

    /// <inheritdoc />
    public async Task<IReadOnlyList<Figure>> RunAsync()
    {
        await using var server = await PostgreSqlServer.StartOwnAsync();
        await using var deployment = await Deployment.StartAsync(server, Nodes);
        using var members = await Members.RegisterAsync(deployment, People);
        var times = new List<double>();
        for (var trial = 0; trial < Trials; trial++)
        {
            times.Add(await MeasureAsync(deployment, members, trial % Nodes));
            await deployment.StartAsync(trial % Nodes);
        }

        return
        [
            Figure.Of("trials", Trials, "N0"),
            Figure.Of("median, s", Median.Of(times, time => time), "0.0"),
            Figure.AtMost("longest, s", times.Max(), Goal, "0.0"),
        ];
    }

    private static async Task<double> MeasureAsync(Deployment deployment, Members members, int killed)
    {
        // Everybody's grain is active, and known to the nodes that stay.
        await members.ReadTodayAsync(killed);
        await deployment.KillAsync(killed);
        return (await Elapsed.OfAsync(() => members.ReadTodayAsync(killed))).TotalSeconds;
    }
}
