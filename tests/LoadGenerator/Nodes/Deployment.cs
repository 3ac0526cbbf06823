using System.Collections.Immutable;
using System.Security.Cryptography;
using StretchChallenge.Testing.Databases;
using StretchChallenge.Testing.Servers;

namespace StretchChallenge.LoadGenerator.Nodes;

/// <summary>
/// One deployment of the server: the nodes of a cluster on a PostgreSQL database, or the one process with SQLite. A
/// node starts again where it was.
/// </summary>
internal sealed class Deployment : IAsyncDisposable
{
    private readonly TestDatabase _database;
    private readonly Dictionary<string, string?> _settings;
    private readonly ServerProcess?[] _nodes;
    private readonly ImmutableArray<(int Silo, int Gateway)> _ports;

    private Deployment(TestDatabase database, int nodes, bool isCluster, int pace)
    {
        _database = database;
        _nodes = new ServerProcess[nodes];
        _ports = [.. Enumerable.Range(0, nodes).Select(_ => (FreePort.Find(), FreePort.Find()))];
        Addresses = [.. Enumerable.Range(0, nodes).Select(_ => new Uri($"http://127.0.0.1:{FreePort.Find()}"))];
        _settings = new Dictionary<string, string?>(database.Settings)
        {
            ["Secrets:MasterKey"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)),
            ["Routines:Pace"] = $"{pace}",
            // One machine sends everybody's requests.
            ["RateLimits:Address:Burst"] = "10000000",
            ["RateLimits:Person:Burst"] = "10000000",
            ["RateLimits:Registration:Burst"] = "10000000",
            ["RateLimits:HubCalls:Burst"] = "10000000",
            ["RateLimits:GuestSeats:Burst"] = "10000000",
            ["Logging:LogLevel:Default"] = "Error",
            ["Logging:LogLevel:Microsoft.Hosting.Lifetime"] = "Information",
        };
        if (isCluster)
        {
            _settings["Cluster:Address"] = "127.0.0.1";
        }
    }

    /// <summary>Where each node serves people.</summary>
    public ImmutableArray<Uri> Addresses { get; }

    /// <summary>The processor time that all nodes have used.</summary>
    public TimeSpan ProcessorTime => Running.Aggregate(TimeSpan.Zero, (sum, node) => sum + node.ProcessorTime);

    /// <summary>The resident memory of all nodes, in bytes.</summary>
    public long Memory => Running.Sum(node => node.Memory);

    /// <summary>The code for the first account, which every node prints; null where there is an account.</summary>
    public string? SetupCode => Running.First().SetupCode;

    private IEnumerable<ServerProcess> Running => _nodes.OfType<ServerProcess>();

    /// <summary>Starts a cluster's nodes one after the other: the first one makes the schema.</summary>
    /// <param name="server">The database server; without one, a single process with SQLite.</param>
    /// <param name="nodes">How many nodes.</param>
    /// <param name="pace">How many times faster than planned a routine may be done: by default it takes seconds.</param>
    public static async Task<Deployment> StartAsync(PostgreSqlServer? server, int nodes = 1, int pace = 1000)
    {
        if (!Directory.Exists(ServerFolder.Path))
        {
            throw new InvalidOperationException($"There is no build of the server in {ServerFolder.Path}: dotnet build -c Release src/StretchChallenge.Server");
        }

        var deployment = new Deployment(await TestDatabase.CreateAsync(server), nodes, server is not null, pace);
        try
        {
            for (var node = 0; node < nodes; node++)
            {
                await deployment.StartAsync(node);
            }

            return deployment;
        }
        catch
        {
            await deployment.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts a node that does not run, and waits until it is ready.</summary>
    public async Task StartAsync(int node) => _nodes[node] = await ServerProcess.StartAsync(new Dictionary<string, string?>(_settings)
    {
        ["urls"] = Addresses[node].ToString(),
        ["Cluster:SiloPort"] = $"{_ports[node].Silo}",
        ["Cluster:GatewayPort"] = $"{_ports[node].Gateway}",
    });

    /// <summary>Asks a node to stop, as a service manager does, and waits until it has exited.</summary>
    public Task StopAsync(int node) => _nodes[node]?.StopAsync() ?? Task.CompletedTask;

    /// <summary>Ends a node as <c>kill -9</c> does.</summary>
    public ValueTask KillAsync(int node) => _nodes[node]?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var node in Running)
        {
            await node.DisposeAsync();
        }

        await _database.DisposeAsync();
    }
}
