using StretchChallenge.Durability;

namespace StretchChallenge.Cluster;

/// <summary>A planned break starts though the nodes that looked after it are gone.</summary>
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
        var host = Cluster.Crowd.Colleagues[0];
        var startsAt = DateTimeOffset.UtcNow + AfterKill;
        await using var hub = await Cluster.ConnectAsync(host.Cookie, Cluster.Nodes[0]);
        var waiting = new HashSet<string>(StringComparer.Ordinal);
        for (var index = 0; index < MostOfAConnection; index++)
        {
            var joined = await hub.CallAsync("JoinSession", await PlanAsync(host, startsAt), null);
            waiting.Add(joined.GetProperty("sessionId").GetString()!);
        }

        // Some of these breaks may live on either of the two.
        Cluster.Nodes[1].Kill();
        Cluster.Nodes[2].Kill();
        while (waiting.Count > 0)
        {
            var moment = await Heard.NextAsync(hub, "SessionChanged");
            if (moment.GetProperty("seq").GetInt32() == 1)
            {
                Assert.Equal("running", moment.GetProperty("phase").GetString());
                Assert.True(waiting.Remove(moment.GetProperty("sessionId").GetString()!), "A break has started twice.");
                Assert.InRange(DateTimeOffset.UtcNow - startsAt, -Early, Latest);
            }
        }
    }

    private async Task<string> PlanAsync(Colleague host, DateTimeOffset startsAt)
    {
        var session = await Cluster.Api.PostAsync(
            "/api/sessions", host.Cookie, new { challengeId = Cluster.Crowd.Challenge, routineId = "desk-break-3", startsAt });
        return session.GetProperty("code").GetString()!;
    }
}
