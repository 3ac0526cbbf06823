using System.Collections.Immutable;
using System.Net;
using System.Security.Cryptography;
using Npgsql;
using StretchChallenge.Durability;
using StretchChallenge.Testing.Databases;
using StretchChallenge.Testing.Live;

namespace StretchChallenge.Cluster;

/// <summary>Three nodes on one PostgreSQL server behind the proxy, and the people of one challenge.</summary>
public sealed class ClusterWorkplace : IAsyncLifetime
{
    private const int People = 60;

    private string _database = "";
    private int _volleys;

    /// <summary>The database server.</summary>
    internal PostgreSqlServer PostgreSql { get; private set; } = null!;

    /// <summary>The three nodes.</summary>
    internal ImmutableArray<Node> Nodes { get; private set; } = [];

    /// <summary>The proxy in front of the nodes.</summary>
    internal Proxy Proxy { get; private set; } = null!;

    /// <summary>The API through the proxy.</summary>
    internal Api Api { get; private set; } = null!;

    /// <summary>The people of the challenge.</summary>
    internal Crowd Crowd { get; private set; } = new("", []);

    public async Task InitializeAsync()
    {
        PostgreSql = await PostgreSqlServer.StartOwnAsync();
        _database = await PostgreSql.CreateDatabaseAsync();
        var port = FreePort.Find();
        var settings = Settings(_database, new Uri($"https://localhost:{port}"));
        Nodes = [.. Enumerable.Range(0, 3).Select(_ => new Node(IPAddress.Loopback, settings))];
        await StartAllAsync();
        Proxy = await Proxy.StartAsync(port, [.. Nodes.Select(node => node.Address)]);
        Api = new Api(Proxy.Address, Proxy.CreateHandler());
        await Wait.UntilAsync(async () => (await Api.SendAsync(HttpMethod.Get, "/api/site", null, null)).IsSuccessStatusCode);
        // The first account is made on the server's own machine.
        using var own = new Api(Nodes[0].Address);
        Crowd = await new CrowdSetup(own, People).RunAsync();
    }

    public async Task DisposeAsync()
    {
        Api?.Dispose();
        if (Proxy is not null)
        {
            await Proxy.DisposeAsync();
        }

        foreach (var node in Nodes)
        {
            await node.DisposeAsync();
        }

        if (PostgreSql is not null)
        {
            await PostgreSql.DisposeAsync();
        }
    }

    /// <summary>The settings of a node: a routine lasts seconds, and one machine sends everybody's requests.</summary>
    internal static IReadOnlyDictionary<string, string?> Settings(string database, Uri publicUrl) => new Dictionary<string, string?>
    {
        ["Ledger:Provider"] = "PostgreSql",
        ["ConnectionStrings:Ledger"] = database,
        ["Routines:Pace"] = "1000",
        ["RateLimits:Address:Burst"] = "1000000",
        ["RateLimits:Person:Burst"] = "1000000",
        ["Secrets:MasterKey"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)),
        ["Server:PublicUrl"] = publicUrl.ToString(),
    };

    /// <summary>Starts every node that does not run, all at the same time: one migrates the schema and the others wait for it.</summary>
    internal Task StartAllAsync() => Task.WhenAll(Nodes.Where(node => !node.IsRunning).Select(node => node.StartAsync()));

    /// <summary>Takes back whatever was done today, and begins another volley.</summary>
    internal async Task<CheckInBatch> NextVolleyAsync()
    {
        await Crowd.ClearDayAsync(Api, await ReadLedgerAsync(""));
        return new CheckInBatch(Crowd, _volleys++, await Crowd.StartRunsAsync(Api));
    }

    /// <summary>What the database holds of each person.</summary>
    internal async Task<IReadOnlyDictionary<string, LedgerRow>> ReadLedgerAsync(string command)
    {
        await using var connection = new NpgsqlConnection($"{_database};Pooling=False");
        return await LedgerRow.ReadAsync(connection, command);
    }

    /// <summary>Connects to the hub of a node, or through the proxy.</summary>
    internal Task<HubClient> ConnectAsync(string? cookie, Node? node = null) => node is null
        ? HubClient.ConnectAsync(Proxy.Address, cookie, Proxy.Certificate)
        : HubClient.ConnectAsync(node.Address, cookie);
}
