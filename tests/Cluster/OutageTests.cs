using System.Net;
using StretchChallenge.Testing.Databases;

namespace StretchChallenge.Cluster;

/// <summary>All nodes are lost at once, as with the power: nobody is left who could tell the database that they are gone.</summary>
public sealed class OutageTests
{
    [Fact]
    public async Task Start_AllNodesWereLostAndWereElsewhere_JoinsWithTheSecondStart()
    {
        await using var postgreSql = await PostgreSqlServer.StartOwnAsync();
        var settings = ClusterWorkplace.Settings(await postgreSql.CreateDatabaseAsync(), new Uri("https://localhost"));
        await using var lost = new Node(IPAddress.Loopback, settings);
        await lost.StartAsync();
        lost.Kill();

        await using var found = new Node(IPAddress.Loopback, settings);
        // It cannot tell a node that is gone from one that it cannot reach, until the last sign of life is old.
        await Assert.ThrowsAsync<InvalidOperationException>(found.StartAsync);
        await found.StartAsync();

        Assert.True(found.IsRunning);
    }
}
