using System.Collections.Concurrent;
using StretchChallenge.Testing.Databases;
using StretchChallenge.Testing.Live;
using StretchChallenge.Testing.Reports;
using StretchChallenge.Testing.Servers;

namespace StretchChallenge.LoadGenerator.Nodes;

/// <summary>How late planned breaks start on a cluster, by the clock of the node that starts them.</summary>
internal sealed class PlannedMeasure : IMeasure
{
    private const int Nodes = 3;
    private const int Sessions = 24;
    private const double Goal = 100;

    /// <summary>Long enough for everybody to join before the start.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromSeconds(20);

    /// <inheritdoc />
    public string Name => "planned";

    /// <inheritdoc />
    public string Title => $"From the planned second of {Sessions} breaks until each has started, watched from all {Nodes} nodes";

    /// <inheritdoc />
    public async Task<IReadOnlyList<Figure>> RunAsync()
    {
        await using var server = await PostgreSqlServer.StartOwnAsync();
        await using var deployment = await Deployment.StartAsync(server, Nodes);
        using var api = new Api(deployment.Addresses[0]) { SetupCode = deployment.SetupCode };
        var (_, cookie) = await api.RegisterAsync("Host");
        var (challenge, _) = await api.CreateChallengeAsync(cookie);
        var startsAt = DateTimeOffset.FromUnixTimeSeconds((TimeProvider.System.GetUtcNow() + Ahead).ToUnixTimeSeconds());
        var starts = new ConcurrentBag<double>();
        await Task.WhenAll(Enumerable.Range(0, Sessions).Select(async _ =>
        {
            var planned = new { challengeId = challenge, routineId = "desk-break-3", startsAt };
            var session = await api.PostAsync("/api/sessions", cookie, planned);
            var code = session.GetProperty("code").GetString()!;
            foreach (var lateness in await Task.WhenAll(deployment.Addresses.Select(node => WatchAsync(node, code, startsAt))))
            {
                starts.Add(lateness);
            }
        }));
        return
        [
            Figure.Of("starts seen", starts.Count, "N0"),
            Figure.Of("median, ms", Median.Of(starts, lateness => lateness), "0"),
            Figure.AtMost("latest, ms", starts.Max(), Goal, "0"),
        ];
    }

    // A start that is seen twice, or that another change comes before, ends the measure.
    private static async Task<double> WatchAsync(Uri node, string code, DateTimeOffset startsAt)
    {
        await using var hub = await HubClient.ConnectAsync(node);
        await hub.CallAsync("JoinSession", code, $"Guest {node.Port}");
        while (true)
        {
            var next = await hub.Events.ReadAsync();
            if (next.Target != "SessionChanged")
            {
                continue;
            }

            if (next.Message.GetProperty("phase").GetString() != "running" || next.Message.GetProperty("seq").GetInt32() != 1)
            {
                throw new InvalidOperationException($"The first change of {code} is no start: {next.Message}");
            }

            return next.Message.GetProperty("serverMs").GetDouble() - startsAt.ToUnixTimeMilliseconds();
        }
    }
}
