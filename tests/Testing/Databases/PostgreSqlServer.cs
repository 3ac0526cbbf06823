using System.Net;
using Npgsql;

namespace StretchChallenge.Testing.Databases;

/// <summary>
/// A real PostgreSQL server for the time of a test run: started here in a directory of its own, on a free port of
/// an address of this machine, with its usual durability; or the one that <c>STRETCH_POSTGRES</c> names.
/// </summary>
public sealed class PostgreSqlServer : IAsyncDisposable
{
    private readonly PostgreSqlPrograms? _programs;
    private readonly string _directory;

    private PostgreSqlServer(string connectionString, PostgreSqlPrograms? programs, string directory)
    {
        ConnectionString = connectionString;
        _programs = programs;
        _directory = directory;
    }

    /// <summary>To the server's own database, as somebody who may make others.</summary>
    public string ConnectionString { get; }

    /// <summary>Starts a server, or takes the one named.</summary>
    public static Task<PostgreSqlServer> StartAsync() =>
        Environment.GetEnvironmentVariable("STRETCH_POSTGRES") is { Length: > 0 } existing
            ? Task.FromResult(new PostgreSqlServer(existing, null, ""))
            : StartOwnAsync();

    /// <summary>Starts a server, which can be restarted.</summary>
    /// <param name="neighbour">A machine that may use it too, and that reaches it at <paramref name="address" />.</param>
    /// <param name="address">Another address than the loopback one.</param>
    public static async Task<PostgreSqlServer> StartOwnAsync(IPAddress? neighbour = null, IPAddress? address = null)
    {
        var programs = PostgreSqlPrograms.Locate();
        var directory = await PostgreSqlPrograms.CreateDirectoryAsync();
        await programs.RunAsync("initdb", "-D", $"{directory}/data", "-U", "postgres", "-A", "trust", "-E", "UTF8");
        var host = address ?? IPAddress.Loopback;
        await File.AppendAllTextAsync($"{directory}/data/pg_hba.conf", $"host all all {host}/32 trust\nhost all all {neighbour ?? host}/32 trust\n");
        var port = await StartOnFreePortAsync(programs, directory, host);
        return new PostgreSqlServer($"Host={host};Port={port};Username=postgres;Database=postgres", programs, directory);
    }

    /// <summary>Restarts a server started here, as its administrator does: whoever is connected is cut off.</summary>
    public Task RestartAsync() => _programs?.RunAsync("pg_ctl", "restart", "--wait", "-m", "fast", "-D", $"{_directory}/data", "-l", $"{_directory}/log")
        ?? throw new InvalidOperationException("The server is somebody else's.");

    /// <summary>Makes an empty database and returns the connection string to it.</summary>
    public async Task<string> CreateDatabaseAsync()
    {
        var name = $"stretch_{Guid.NewGuid():N}";
        await ExecuteAsync($"CREATE DATABASE {name}");
        return new NpgsqlConnectionStringBuilder(ConnectionString) { Database = name }.ToString();
    }

    /// <summary>Removes a database made on somebody else's server; one started here takes its databases with it.</summary>
    public Task DropDatabaseAsync(string connectionString) => _programs is null
        ? ExecuteAsync($"DROP DATABASE {new NpgsqlConnectionStringBuilder(connectionString).Database} WITH (FORCE)")
        : Task.CompletedTask;

    /// <summary>Stops the server started here and removes its files.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_programs is not null)
        {
            await _programs.RunAsync("pg_ctl", "stop", "--wait", "-m", "immediate", "-D", $"{_directory}/data");
            Directory.Delete(_directory, recursive: true);
        }
    }

    private static async Task<int> StartOnFreePortAsync(PostgreSqlPrograms programs, string directory, IPAddress address)
    {
        for (var attempt = 1; ; attempt++)
        {
            var port = FreePort.Find();
            try
            {
                await programs.RunAsync(
                    "pg_ctl",
                    "start",
                    "--wait",
                    "-D",
                    $"{directory}/data",
                    "-l",
                    $"{directory}/log",
                    "-o",
                    $"-c listen_addresses={address} -c port={port} -c unix_socket_directories= -c max_connections=200");
                return port;
            }
            catch (InvalidOperationException) when (attempt < 3)
            {
                // Somebody else took the port in between; another one will do.
            }
        }
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(ConnectionString);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
