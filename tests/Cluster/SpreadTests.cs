using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using StretchChallenge.Testing.Live;

namespace StretchChallenge.Cluster;

/// <summary>People of one challenge who came in through different nodes see one another as through one.</summary>
[Collection(ClusterTests.Name)]
public sealed class SpreadTests(ClusterWorkplace cluster) : ClusterTests(cluster)
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    [InlineData(2, 0)]
    public async Task CheckIn_ThroughOneNode_MovesTheBoardWatchedThroughAnother(int through, int watched)
    {
        var volley = await Cluster.NextVolleyAsync();
        var colleague = Cluster.Crowd.Colleagues[through];
        await using var watcher = new BoardWatcher(
            () => Cluster.ConnectAsync(Cluster.Crowd.Colleagues[5].Cookie, Cluster.Nodes[watched]), Cluster.Crowd.Challenge, "personStreak");
        await Wait.UntilAsync(() => Done(watcher, colleague.Id) == 0);

        using var api = new Api(Cluster.Nodes[through].Address);
        await api.PostAsync("/api/check-ins", colleague.Cookie, volley.CheckInOf(colleague));

        await Wait.UntilAsync(() => Done(watcher, colleague.Id) == 1);
        Assert.Equal(1, watcher.Connections);
    }

    [Fact]
    public async Task Break_AcrossThreeNodes_IsAtTheSameInstantByEachNodesClock()
    {
        var (host, member) = (Cluster.Crowd.Colleagues[0], Cluster.Crowd.Colleagues[1]);
        var session = await Cluster.Api.PostAsync("/api/sessions", host.Cookie, new { challengeId = Cluster.Crowd.Challenge, routineId = "desk-break-3" });
        var code = session.GetProperty("code").GetString();
        await using var first = await Cluster.ConnectAsync(host.Cookie, Cluster.Nodes[0]);
        await using var second = await Cluster.ConnectAsync(member.Cookie, Cluster.Nodes[1]);
        await using var third = await Cluster.ConnectAsync(null, Cluster.Nodes[2]);
        await first.CallAsync("JoinSession", code, null);
        await second.CallAsync("JoinSession", code, null);
        var room = await third.CallAsync("JoinSession", code, "Gus");
        Assert.Equal(3, room.GetProperty("count").GetInt32());
        HubClient[] people = [first, second, third];
        var clocks = await Task.WhenAll(people.Select(ClockOfAsync));

        foreach (var command in (string[])["StartSession", "PauseSession", "ResumeSession", "SkipStep", "EndSession"])
        {
            await first.CallAsync(command, code);

            var heard = await Task.WhenAll(people.Select(one => HubEvents.NextAsync(one, "SessionChanged")));
            Assert.All(heard, moment => Assert.Equal(WithoutInstant(heard[0]), WithoutInstant(moment)));
            Assert.All(heard.Zip(clocks), one => Assert.InRange(
                one.Second.ToOurs(one.First) - clocks[0].ToOurs(heard[0]), -Apart(one.Second), Apart(one.Second)));
        }

        // A node reads the clock of another one in whole milliseconds, over a connection that takes time too.
        double Apart(NodeClock clock) => clock.Uncertainty + clocks[0].Uncertainty + 2;
    }

    // The quickest of a few readings, as browsers take it.
    private static async Task<NodeClock> ClockOfAsync(HubClient client)
    {
        var best = new NodeClock(0, double.PositiveInfinity);
        for (var reading = 0; reading < 10; reading++)
        {
            var sent = Stopwatch.GetTimestamp();
            var theirs = (await client.CallAsync("Sync", 0)).GetProperty("serverMs").GetDouble();
            var (from, to) = (Milliseconds(sent), Milliseconds(Stopwatch.GetTimestamp()));
            if ((to - from) / 2 < best.Uncertainty)
            {
                best = new NodeClock(theirs - ((from + to) / 2), (to - from) / 2);
            }
        }

        return best;
    }

    private static double Milliseconds(long timestamp) => timestamp * 1000.0 / Stopwatch.Frequency;

    private static string WithoutInstant(JsonElement moment)
    {
        var node = JsonObject.Create(moment)!;
        node.Remove("serverMs");
        return node.ToJsonString();
    }

    private static int Done(BoardWatcher watcher, string person) =>
        watcher.Rows.TryGetValue(person, out var row) ? row.GetProperty("streak").GetInt32() : -1;

    /// <param name="Offset">How far a node's clock is ahead of ours, in milliseconds.</param>
    /// <param name="Uncertainty">How much that may be wrong.</param>
    private sealed record NodeClock(double Offset, double Uncertainty)
    {
        public double ToOurs(JsonElement moment) => moment.GetProperty("serverMs").GetDouble() - Offset;
    }
}
