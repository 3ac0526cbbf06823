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
    public async Task Break_AcrossThreeNodes_IsTheSameToTheMillisecond()
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

        foreach (var command in (string[])["StartSession", "PauseSession", "ResumeSession", "SkipStep", "EndSession"])
        {
            await first.CallAsync(command, code);

            var heard = await Task.WhenAll(
                HubEvents.NextAsync(first, "SessionChanged"), HubEvents.NextAsync(second, "SessionChanged"), HubEvents.NextAsync(third, "SessionChanged"));
            Assert.All(heard, moment => Assert.Equal(heard[0].GetRawText(), moment.GetRawText()));
        }
    }

    private static int Done(BoardWatcher watcher, string person) =>
        watcher.Rows.TryGetValue(person, out var row) ? row.GetProperty("streak").GetInt32() : -1;
}
