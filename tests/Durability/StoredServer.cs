using System.Security.Cryptography;
using StretchChallenge.Testing.Databases;
using StretchChallenge.Testing.Servers;

namespace StretchChallenge.Durability;

/// <summary>A server on a store of its own, which outlives it: killed, the server starts again on what is left.</summary>
/// <param name="onPostgreSql">Whether the store is a PostgreSQL server; else it is an SQLite file.</param>
public abstract class StoredServer(bool onPostgreSql) : IAsyncLifetime
{
    private readonly Dictionary<string, string?> _settings = new()
    {
        // Routines of seconds.
        ["Routines:Pace"] = "1000",
        ["Secrets:MasterKey"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)),
    };

    private PostgreSqlServer? _postgreSql;
    private TestDatabase? _database;
    private ServerProcess? _server;
    private Api? _api;

    /// <summary>The server's API.</summary>
    internal Api Api => _api ?? throw new InvalidOperationException("The server has not been started.");

    /// <summary>Where the server listens.</summary>
    protected Uri Address => _server!.Address;

    /// <summary>Leads to the store.</summary>
    protected string ConnectionString => _database!.ConnectionString;

    public virtual async Task InitializeAsync()
    {
        _postgreSql = onPostgreSql ? await PostgreSqlServer.StartAsync() : null;
        _database = await TestDatabase.CreateAsync(_postgreSql);
        await StartAsync();
    }

    public async Task DisposeAsync()
    {
        await StopAsync();
        if (_database is not null)
        {
            await _database.DisposeAsync();
        }

        if (_postgreSql is not null)
        {
            await _postgreSql.DisposeAsync();
        }
    }

    /// <summary>Ends the server as <c>kill -9</c> does.</summary>
    internal void Kill() => _server?.Kill();

    /// <summary>Starts the server on what the one before has left.</summary>
    internal async Task StartAsync()
    {
        await StopAsync();
        _server = await ServerProcess.StartAsync(_settings.Concat(_database!.Settings));
        _api = new Api(_server.Address) { SetupCode = _server.SetupCode };
    }

    /// <summary>Adds a setting for servers started from now on.</summary>
    protected void Set(string name, string value) => _settings[name] = value;

    private async Task StopAsync()
    {
        _api?.Dispose();
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }
}
