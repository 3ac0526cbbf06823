using System.Collections.Immutable;
using System.Security.Cryptography;
using StretchChallenge.Testing.Databases;
using StretchChallenge.Testing.Servers;

namespace StretchChallenge.LoadGenerator.Nodes;

/// <summary>The nodes of one deployment, on a PostgreSQL database of their own.</summary>
internal sealed class Deployment : IAsyncDisposable
{
    private readonly TestDatabase _database;
    private readonly string _folder;
    private readonly Dictionary<string, string?> _settings;
    private readonly ServerProcess?[] _nodes;
    private readonly ImmutableArray<(int Silo, int Gateway)> _places;

    private Deployment(TestDatabase database, string folder, int nodes)
    {
        _database = database;
        _folder = folder;
        _nodes = new ServerProcess[nodes];
        _places = [.. Enumerable.Range(0, nodes).Select(_ => (FreePort.Find(), FreePort.Find()))];
        Addresses = [.. Enumerable.Range(0, nodes).Select(_ => new Uri($"http://127.0.0.1:{FreePort.Find()}"))];
        _settings = new Dictionary<string, string?>(database.Settings)
        {
            ["Cluster:Address"] = "127.0.0.1",
            ["Secrets:MasterKey"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)),
            // A routine lasts seconds, and one machine sends everybody's requests.
            ["Routines:Pace"] = "1000",
            ["RateLimits:Address:Burst"] = "10000000",
            ["RateLimits:Person:Burst"] = "10000000",
            ["RateLimits:HubCalls:Burst"] = "10000000",
            ["Logging:LogLevel:Default"] = "Error",
            ["Logging:LogLevel:Microsoft.Hosting.Lifetime"] = "Information",
        };
    }

    /// <summary>Where each node serves people.</summary>
    public ImmutableArray<Uri> Addresses { get; }

    /// <summary>The processor time that all of them have used.</summary>
    public TimeSpan ProcessorTime => Running.Aggregate(TimeSpan.Zero, (sum, node) => sum + node.ProcessorTime);

    /// <summary>The memory that all of them hold, in bytes.</summary>
    public long Memory => Running.Sum(node => node.Memory);

    private IEnumerable<ServerProcess> Running => _nodes.OfType<ServerProcess>();

    /// <summary>Starts so many nodes of a build of the server, one after the other: the first one makes the schema.</summary>
    public static async Task<Deployment> StartAsync(PostgreSqlServer server, string folder, int nodes)
    {
        if (!Directory.Exists(folder))
        {
            throw new InvalidOperationException($"There is no build of the server in {folder}: dotnet build -c Release src/StretchChallenge.Server");
        }

        var deployment = new Deployment(await TestDatabase.CreateAsync(server), folder, nodes);
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

    /// <summary>Starts a node that does not run, and waits until it takes part.</summary>
    public async Task StartAsync(int node)
    {
        var settings = new Dictionary<string, string?>(_settings)
        {
            ["urls"] = Addresses[node].ToString(),
            ["Cluster:SiloPort"] = $"{_places[node].Silo}",
            ["Cluster:GatewayPort"] = $"{_places[node].Gateway}",
        };
        _nodes[node] = await ServerProcess.StartAsync(_folder, settings);
        using var http = new HttpClient { BaseAddress = Addresses[node] };
        while (!await IsReadyAsync(http))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100));
        }
    }

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

    private static async Task<bool> IsReadyAsync(HttpClient http)
    {
        using var answer = await http.GetAsync("/healthz/ready");
        return answer.IsSuccessStatusCode;
    }
}
