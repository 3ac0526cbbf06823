using System.Net;
using StretchChallenge.Durability;
using StretchChallenge.Testing.Live;

namespace StretchChallenge.Cluster;

/// <summary>
/// Some nodes have all grains, another serves people: what they do and hear goes through both, encrypted. A node that does
/// not belong to them does not join.
/// </summary>
public sealed class RolesTests(RolesCluster cluster) : IClassFixture<RolesCluster>
{
    [Fact]
    public async Task Workplace_GrainsOnOneNodeAndPeopleAtAnother_WorksAsOnOne()
    {
        var crowd = cluster.Crowd;
        var volley = new CheckInBatch(crowd, 0, await crowd.StartRunsAsync(cluster.Api));
        var (somebody, host) = (crowd.Colleagues[1], crowd.Colleagues[0]);
        await using var watcher = new BoardWatcher(
            () => HubClient.ConnectAsync(cluster.Web.Address, somebody.Cookie), crowd.Challenge, "personStreak");
        await Wait.UntilAsync(() => watcher.Rows.Count == crowd.Colleagues.Length);

        await Load.FireAsync(volley, crowd, cluster.Api, crowd.Colleagues.Length, () => Task.CompletedTask);

        await Wait.UntilAsync(() => watcher.Rows.Values.All(row => row.GetProperty("streak").GetInt32() == 1));
        await AssertBreakRunsAsync(host);
    }

    [Fact]
    public async Task NodeWithGrainsAlone_AskedForAPage_SaysWhoHasIt()
    {
        using var api = new Api(cluster.Silo.Address);

        using var answer = await api.SendAsync(HttpMethod.Get, "/api/site", null, null);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("serves no pages", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_SiloWithoutCertificate_DoesNotJoinAndTheOthersGoOn()
    {
        await using var plain = cluster.AddNode("silo");

        var end = await Assert.ThrowsAsync<InvalidOperationException>(plain.StartAsync);

        Assert.Contains("exit code 1:", end.Message, StringComparison.Ordinal);
        Assert.Contains("The other nodes of the cluster and this one do not reach each other.", end.Message, StringComparison.Ordinal);
        Assert.True(cluster.Silo.IsRunning);
        await cluster.Api.GetAsync("/api/today", cluster.Crowd.Colleagues[0].Cookie);
    }

    [Theory]
    [InlineData("silo")]
    [InlineData("web")]
    public async Task Start_ClusterOfAnotherNameUsesTheDatabase_IsRefused(string role)
    {
        await using var other = cluster.AddNode(role, [.. cluster.Certificate("three"), ("Cluster:Name", "other")]);

        var end = await Assert.ThrowsAsync<InvalidOperationException>(other.StartAsync);

        Assert.Contains("exit code 1:", end.Message, StringComparison.Ordinal);
        Assert.Contains("nodes of the cluster 'stretch-challenge' use this database", end.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", end.Message, StringComparison.Ordinal);
    }

    private async Task AssertBreakRunsAsync(Colleague host)
    {
        var session = await cluster.Api.PostAsync(
            "/api/sessions", host.Cookie, new { challengeId = cluster.Crowd.Challenge, routineId = "desk-break-3" });
        var code = session.GetProperty("code").GetString();
        await using var hub = await HubClient.ConnectAsync(cluster.Web.Address, host.Cookie);
        await using var guest = await HubClient.ConnectAsync(cluster.Web.Address);
        await hub.CallAsync("JoinSession", code, null);
        await guest.CallAsync("JoinSession", code, "Gus");

        await hub.CallAsync("StartSession", code);

        Assert.Equal("running", (await HubEvents.NextAsync(guest, "SessionChanged")).GetProperty("phase").GetString());
    }
}
