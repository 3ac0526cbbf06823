using System.Net;
using StretchChallenge.Durability;
using StretchChallenge.Testing.Databases;
using StretchChallenge.Testing.Live;

namespace StretchChallenge.Cluster;

/// <summary>One node has all grains, another serves people: what they do and hear goes through both.</summary>
public sealed class RolesTests
{
    private const int People = 4;

    [Fact]
    public async Task Workplace_GrainsOnOneNodeAndPeopleAtAnother_WorksAsOnOne()
    {
        await using var postgreSql = await PostgreSqlServer.StartOwnAsync();
        var settings = ClusterWorkplace.Settings(await postgreSql.CreateDatabaseAsync(), new Uri("https://localhost"));
        await using var silo = new Node(IPAddress.Loopback, With(settings, "silo"));
        await using var web = new Node(IPAddress.Loopback, With(settings, "web"));
        await silo.StartAsync();
        await web.StartAsync();
        using var api = new Api(web.Address);
        var crowd = await new Recruiting(api, People, volleys: 1).RunAsync();
        var volley = new Volley(crowd, 0);
        var (somebody, host) = (crowd.Colleagues[1], crowd.Colleagues[0]);
        await using var watcher = new BoardWatcher(() => HubClient.ConnectAsync(web.Address, somebody.Cookie), crowd.Challenge, "personStreak");
        await Patience.UntilAsync(() => watcher.Rows.Count == People);

        await Load.FireAsync(volley, crowd, api, People, () => Task.CompletedTask);

        await Patience.UntilAsync(() => watcher.Rows.Values.All(row => row.GetProperty("done").GetInt32() == 1));
        await AssertBreakRunsAsync(api, web, crowd, host);
    }

    [Fact]
    public async Task NodeWithGrainsAlone_AskedForAPage_SaysWhoHasIt()
    {
        await using var postgreSql = await PostgreSqlServer.StartOwnAsync();
        var settings = ClusterWorkplace.Settings(await postgreSql.CreateDatabaseAsync(), new Uri("https://localhost"));
        await using var silo = new Node(IPAddress.Loopback, With(settings, "silo"));
        await silo.StartAsync();
        using var api = new Api(silo.Address);

        using var answer = await api.SendAsync(HttpMethod.Get, "/api/site", null, null);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("serves no pages", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static async Task AssertBreakRunsAsync(Api api, Node web, Crowd crowd, Colleague host)
    {
        var session = await api.PostAsync("/api/sessions", host.Cookie, new { challengeId = crowd.Challenge, routineId = "desk-break-3" });
        var code = session.GetProperty("code").GetString();
        await using var hub = await HubClient.ConnectAsync(web.Address, host.Cookie);
        await using var guest = await HubClient.ConnectAsync(web.Address);
        await hub.CallAsync("JoinSession", code, null);
        await guest.CallAsync("JoinSession", code, "Gus");

        await hub.CallAsync("StartSession", code);

        Assert.Equal("running", (await Heard.NextAsync(guest, "SessionChanged")).GetProperty("phase").GetString());
    }

    private static Dictionary<string, string?> With(IReadOnlyDictionary<string, string?> settings, string role) =>
        new(settings) { ["Cluster:Role"] = role };
}
