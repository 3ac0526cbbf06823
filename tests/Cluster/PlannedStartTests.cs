using StretchChallenge.Testing.Live;

namespace StretchChallenge.Cluster;

/// <summary>A planned break starts though the node that it lived on is gone.</summary>
[Collection(ClusterTests.Name)]
public sealed class PlannedStartTests(ClusterWorkplace cluster) : ClusterTests(cluster)
{
    /// <summary>How long after the kill the break is to start.</summary>
    private static readonly TimeSpan AfterKill = TimeSpan.FromSeconds(20);

    /// <summary>How late it may be.</summary>
    private static readonly TimeSpan Latest = TimeSpan.FromSeconds(10);

    /// <summary>How early a message may seem to come: this process and the node read the clock at different moments.</summary>
    private static readonly TimeSpan Early = TimeSpan.FromMilliseconds(100);

    /// <summary>How many breaks one connection may be in.</summary>
    private const int MostOfAConnection = 4;

    [Fact]
    public async Task Start_NodeKilledShortlyBefore_HappensOnceAndInTime()
    {
        // In a challenge of their own: a break that runs out credits its host, whose day another test may watch.
        var (_, host) = await Cluster.Api.RegisterAsync("Planner");
        var (challenge, _) = await Cluster.Api.CreateChallengeAsync(host);
        var startsAt = TimeProvider.System.GetUtcNow() + AfterKill;
        await using var one = await Cluster.ConnectAsync(host, Cluster.Nodes[0]);
        await using var other = await Cluster.ConnectAsync(host, Cluster.Nodes[2]);
        HubClient[] hubs = [one, other];
        var breaks = await Task.WhenAll(hubs.Select(hub => JoinAsync(hub, host, challenge, startsAt)));

        // Of that many breaks some live on this node.
        Cluster.Nodes[1].Kill();

        await Task.WhenAll(hubs.Zip(breaks, (hub, joined) => AssertStartsAsync(hub, joined, startsAt)));
    }

    private async Task<HashSet<string>> JoinAsync(HubClient hub, string host, string challenge, DateTimeOffset startsAt)
    {
        var joined = new HashSet<string>(StringComparer.Ordinal);
        while (joined.Count < MostOfAConnection)
        {
            var snapshot = await hub.CallAsync("JoinSession", await PlanAsync(host, challenge, startsAt), null);
            joined.Add(snapshot.GetProperty("sessionId").GetString()!);
        }

        return joined;
    }

    private static async Task AssertStartsAsync(HubClient hub, HashSet<string> waiting, DateTimeOffset startsAt)
    {
        while (waiting.Count > 0)
        {
            var moment = await HubEvents.NextAsync(hub, "SessionChanged");
            if (moment.GetProperty("seq").GetInt32() == 1)
            {
                Assert.Equal("running", moment.GetProperty("phase").GetString());
                Assert.True(waiting.Remove(moment.GetProperty("sessionId").GetString()!), "A break has started twice.");
                Assert.InRange(TimeProvider.System.GetUtcNow() - startsAt, -Early, Latest);
            }
        }
    }

    private async Task<string> PlanAsync(string host, string challenge, DateTimeOffset startsAt)
    {
        var session = await Cluster.Api.PostAsync(
            "/api/sessions", host, new { challengeId = challenge, routineId = "desk-break-3", startsAt });
        return session.GetProperty("code").GetString()!;
    }
}
