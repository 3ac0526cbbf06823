using Npgsql;
using StretchChallenge.Durability;
using StretchChallenge.Testing.Databases;

namespace StretchChallenge.Cluster;

/// <summary>A node whose network is cut goes on alone for a while; nobody's day is harmed by it.</summary>
public sealed class CutOffTests
{
    private const int People = 40;

    [Fact]
    public async Task CheckIns_NodeCutOffAmongThem_NoneIsLostOrDoubledAndTheNodeEnds()
    {
        await using var network = await CutOffNetwork.LayAsync();
        await using var postgreSql = await PostgreSqlServer.StartOwnAsync(CutOffNetwork.Far, CutOffNetwork.Near);
        var database = await postgreSql.CreateDatabaseAsync();
        var settings = ClusterWorkplace.Settings(database, new Uri("https://localhost"));
        await using var near = new Node(CutOffNetwork.Near, settings);
        await using var alsoNear = new Node(CutOffNetwork.Near, settings);
        await using var far = new Node(CutOffNetwork.Far, settings, network.Launcher);
        await Task.WhenAll(near.StartAsync(), alsoNear.StartAsync(), far.StartAsync());
        using var api = new Api(near.Address) { SetupCode = near.SetupCode };
        var crowd = await new CrowdSetup(api, People).RunAsync();
        var volley = new CheckInBatch(crowd, 0, await crowd.StartRunsAsync(api));

        await Load.FireAsync(volley, crowd, api, People / 4, network.CutAsync);
        await network.MendAsync();

        await using var connection = new NpgsqlConnection($"{database};Pooling=False");
        var ledger = await LedgerRow.ReadAsync(connection, volley.Command);
        Assert.All(crowd.Colleagues, colleague => Assert.Equal(1, ledger[colleague.Id].OfVolley));
        crowd.AssertWhole(ledger);
        await crowd.AssertBoardsAgreeAsync(api, ledger);
        // The others have declared it dead; it learns so, and ends, so that whoever runs it starts it anew.
        await Wait.UntilAsync(() => !far.IsRunning);
    }
}
