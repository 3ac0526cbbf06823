using System.Collections.Immutable;
using System.Data.Common;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using Dapper;
using StretchChallenge.Testing;
using StretchChallenge.Testing.Databases;
using StretchChallenge.Testing.Servers;

namespace StretchChallenge.Durability;

/// <summary>A running server on one store, and the people of one challenge on it.</summary>
public abstract class Workplace : IAsyncLifetime
{
    private const string Ledger =
        """
        SELECT a.id AS Id,
            (SELECT COUNT(*) FROM credits c WHERE c.user_id = a.id) AS Credits,
            (SELECT COUNT(*) FROM completions d WHERE d.user_id = a.id) AS Completions,
            (SELECT COUNT(*) FROM commands m WHERE m.user_id = a.id) AS Commands,
            (SELECT COUNT(*) FROM commands m WHERE m.user_id = a.id AND m.command_id = @command) AS OfVolley
        FROM accounts a
        """;

    private readonly Dictionary<string, string?> _settings = new()
    {
        // Routines of seconds, and a commit for each check-in: the blow falls between two of them.
        ["Routines:Pace"] = "1000",
        ["Ledger:MaxBatch"] = "1",
        ["RateLimits:Address:Burst"] = "100000",
        ["Secrets:MasterKey"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)),
    };

    private TestDatabase? _database;
    private ServerProcess? _server;
    private Api? _api;
    private string _challenge = "";
    private int _volleys;

    /// <summary>Everybody.</summary>
    internal ImmutableArray<Colleague> Colleagues { get; private set; } = [];

    /// <summary>The server's API.</summary>
    internal Api Api => _api ?? throw new InvalidOperationException("The server has not been started.");

    public async Task InitializeAsync()
    {
        _database = await CreateDatabaseAsync();
        await StartAsync();
        var recruiting = new Recruiting(Api);
        Colleagues = await recruiting.RunAsync();
        _challenge = recruiting.Challenge;
    }

    public virtual async Task DisposeAsync()
    {
        await StopAsync();
        if (_database is not null)
        {
            await _database.DisposeAsync();
        }
    }

    /// <summary>Ends the server as <c>kill -9</c> does.</summary>
    internal void Kill() => _server?.Kill();

    /// <summary>Starts the server on what the one before has left.</summary>
    internal async Task StartAsync()
    {
        await StopAsync();
        _server = await ServerProcess.StartAsync(_settings.Concat(_database!.Settings));
        _api = new Api(_server.Address);
    }

    /// <summary>The number of the next volley, from 0 on.</summary>
    internal int NextVolley() => _volleys++;

    /// <summary>Takes back whatever was done today, so that a volley begins with an empty day.</summary>
    internal async Task ClearDayAsync()
    {
        var ledger = await ReadLedgerAsync("");
        foreach (var colleague in Colleagues.Where(colleague => ledger[colleague.Id].Credits > 0))
        {
            using var answer = await Api.SendAsync(HttpMethod.Delete, $"/api/check-ins/{NoonZone.Today:O}", colleague.Cookie, null);
            Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        }
    }

    /// <summary>What the database holds of each person, by SQL, whatever the server says.</summary>
    internal async Task<Dictionary<string, LedgerRow>> ReadLedgerAsync(string command)
    {
        await using var connection = Connect();
        return (await connection.QueryAsync<LedgerRow>(Ledger, new { command })).ToDictionary(row => row.Id);
    }

    /// <summary>The rows of a board, by id, as the server shows them.</summary>
    internal async Task<Dictionary<string, JsonElement>> ReadBoardAsync(string board)
    {
        var path = $"/api/challenges/{_challenge}/standings/{board}?top={Colleagues.Length}";
        var snapshot = await Api.GetAsync(path, Colleagues[0].Cookie);
        return snapshot.GetProperty("rows").EnumerateArray().ToDictionary(row => row.GetProperty("id").GetString()!);
    }

    /// <summary>An empty database of the store.</summary>
    protected abstract Task<TestDatabase> CreateDatabaseAsync();

    /// <summary>The store's own client.</summary>
    protected abstract DbConnection Connect(string connectionString);

    private DbConnection Connect() => Connect(_database!.ConnectionString);

    private async Task StopAsync()
    {
        _api?.Dispose();
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }
}
