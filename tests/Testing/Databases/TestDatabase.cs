namespace StretchChallenge.Testing.Databases;

/// <summary>A database of one test's own, empty at first and gone with its disposal.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly Func<Task> _remove;

    private TestDatabase(string provider, string connectionString, Func<Task> remove)
    {
        ConnectionString = connectionString;
        Settings = provider == "Sqlite" ? Database() : Database().Concat(Node()).ToDictionary();
        _remove = remove;

        Dictionary<string, string?> Database() => new()
        {
            ["Ledger:Provider"] = provider,
            ["ConnectionStrings:Ledger"] = connectionString,
        };

        // A server that starts again takes the ports, and so the place in the cluster, that it had before.
        static Dictionary<string, string?> Node() => new()
        {
            ["Cluster:SiloPort"] = $"{FreePort.Find()}",
            ["Cluster:GatewayPort"] = $"{FreePort.Find()}",
        };
    }

    /// <summary>To the database.</summary>
    public string ConnectionString { get; }

    /// <summary>The settings that make one server use it.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; }

    /// <summary>A database of the server; without one, an SQLite file.</summary>
    public static async Task<TestDatabase> CreateAsync(PostgreSqlServer? server)
    {
        if (server is null)
        {
            var directory = Directory.CreateTempSubdirectory("stretch-sqlite-").FullName;
            return new TestDatabase("Sqlite", $"Data Source={directory}/ledger.db", () =>
            {
                Directory.Delete(directory, recursive: true);
                return Task.CompletedTask;
            });
        }

        var connectionString = await server.CreateDatabaseAsync();
        return new TestDatabase("PostgreSql", connectionString, () => server.DropDatabaseAsync(connectionString));
    }

    /// <summary>Removes the database, whoever still uses it.</summary>
    public async ValueTask DisposeAsync() => await _remove();
}
