using System.Diagnostics;
using System.Net;
using Npgsql;
using Xunit;

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

/// <summary>One server for all tests of an xunit collection.</summary>
public sealed class PostgreSqlFixture : IAsyncLifetime
{
    private PostgreSqlServer? _server;

    public PostgreSqlServer Server => _server ?? throw new InvalidOperationException("The server has not been started.");

    public async Task InitializeAsync() => _server = await PostgreSqlServer.StartAsync();

    public async Task DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }
}

/// <summary>PostgreSQL's own programs on this machine.</summary>
internal sealed class PostgreSqlPrograms
{
    private const string DebianFolder = "/usr/lib/postgresql";

    private readonly string _folder;

    private PostgreSqlPrograms(string folder) => _folder = folder;

    /// <summary>Finds them where Debian puts them, or on the path.</summary>
    /// <exception cref="InvalidOperationException">They are not installed; the message says what to do.</exception>
    public static PostgreSqlPrograms Locate()
    {
        var debian = Directory.Exists(DebianFolder)
            ? Directory.GetDirectories(DebianFolder).OrderDescending(StringComparer.Ordinal).Select(version => $"{version}/bin")
            : [];
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        var folder = debian.Concat(path).FirstOrDefault(candidate => File.Exists(Path.Combine(candidate, "initdb")));
        return folder is not null
            ? new PostgreSqlPrograms(folder)
            : throw new InvalidOperationException(
                "PostgreSQL is not installed here: install Debian's package 'postgresql' (apt-get install postgresql), "
                + "or name a running server in the environment variable STRETCH_POSTGRES.");
    }

    /// <summary>An empty directory that the server may write to.</summary>
    public static Task<string> CreateDirectoryAsync() => StartAsync("mktemp", ["-d", "-t", "stretch-postgresql-XXXXXX"]);

    /// <summary>Runs one of the programs to its end.</summary>
    public Task RunAsync(string program, params string[] arguments) => StartAsync(Path.Combine(_folder, program), arguments);

    /// <summary>The server refuses to run as root, who therefore becomes <c>postgres</c>.</summary>
    private static async Task<string> StartAsync(string program, string[] arguments)
    {
        string[] command = Environment.IsPrivilegedProcess
            ? ["runuser", "-u", "postgres", "--", program, .. arguments]
            : [program, .. arguments];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/",
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? (await output).Trim()
            : throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {await output}{await errors}");
    }
}
