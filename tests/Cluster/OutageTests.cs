using System.Net;
using StretchChallenge.Testing.Databases;

namespace StretchChallenge.Cluster;

/// <summary>All nodes fail at once, as in a power cut: their entries in the database say that they still run.</summary>
public sealed class OutageTests
{
    // Until its last report is 15 s old, a lost node cannot be told from one that cannot be reached; a new node waits for
    // that for up to 30 s.
    [Fact]
    public async Task Start_AllNodesWereLostAndWereElsewhere_JoinsWithTheFirstStart()
    {
        await using var postgreSql = await PostgreSqlServer.StartOwnAsync();
        var settings = ClusterWorkplace.Settings(await postgreSql.CreateDatabaseAsync(), new Uri("https://localhost"));
        await using var lost = new Node(IPAddress.Loopback, settings);
        await lost.StartAsync();
        lost.Kill();
        await using var found = new Node(IPAddress.Loopback, settings);

        await found.StartAsync();

        Assert.True(found.IsRunning);
    }
}
