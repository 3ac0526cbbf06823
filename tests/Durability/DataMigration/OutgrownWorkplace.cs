using Dapper;
using Microsoft.Data.Sqlite;
using StretchChallenge.Testing.Databases;
using StretchChallenge.Testing.Servers;

namespace StretchChallenge.Durability.DataMigration;

/// <summary>
/// A workplace that lived on one process with SQLite for a week, and was then moved: the server was killed, the command
/// run, and a server started on PostgreSQL.
/// </summary>
public sealed class OutgrownWorkplace : IAsyncLifetime
{
    private PostgreSqlServer? _postgreSql;
    private TestDatabase? _file;
    private TestDatabase? _database;
    private ServerProcess? _server;
    private Api? _api;
    private ServerCommand? _move;

    /// <summary>What everybody saw before, by page and person.</summary>
    public IReadOnlyDictionary<string, string> Before { get; private set; } = new Dictionary<string, string>();

    /// <summary>What everybody sees now.</summary>
    public IReadOnlyDictionary<string, string> After { get; private set; } = new Dictionary<string, string>();

    /// <summary>How the command ended.</summary>
    public ServerCommand Move => _move ?? throw new InvalidOperationException("Nothing has been moved yet.");

    /// <summary>The people.</summary>
    internal UsedWorkplace People { get; } = new();

    /// <summary>The API of the server that runs.</summary>
    internal Api Api => _api ?? throw new InvalidOperationException("No server has been started.");

    private string KeyFile => Path.Combine(Path.GetDirectoryName(new SqliteConnectionStringBuilder(_file!.ConnectionString).DataSource)!, "master.key");

    public async Task InitializeAsync()
    {
        _postgreSql = await PostgreSqlServer.StartAsync();
        _file = await TestDatabase.CreateAsync(null);
        _database = await TestDatabase.CreateAsync(_postgreSql);
        await StartAsync(_file);
        await People.FillAsync(Api);
        await StopAsync();
        await AddPastAsync();
        await StartAsync(_file);
        Before = await People.LookAsync(Api);
        await StopAsync();
        _move = await ServerCommand.RunAsync("move", "--from", _file.ConnectionString, "--to", _database.ConnectionString);
        await StartAsync(_database, KeyValuePair.Create<string, string?>("Secrets:MasterKey", await File.ReadAllTextAsync(KeyFile)));
        After = await People.LookAsync(Api);
    }

    public async Task DisposeAsync()
    {
        await StopAsync();
        foreach (var thing in new IAsyncDisposable?[] { _file, _database, _postgreSql })
        {
            await (thing?.DisposeAsync() ?? ValueTask.CompletedTask);
        }
    }

    private async Task StartAsync(TestDatabase database, params IEnumerable<KeyValuePair<string, string?>> settings)
    {
        _server = await ServerProcess.StartAsync([.. settings, .. UsedWorkplace.Settings, .. database.Settings]);
        _api = new Api(_server.Address) { SetupCode = _server.SetupCode };
    }

    // As kill -9 does: what was not written back to the file yet lies in the log beside it.
    private async Task StopAsync()
    {
        _api?.Dispose();
        await (_server?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    // Nobody can be waited for a week; the days before are written as the server writes them.
    private async Task AddPastAsync()
    {
        await using var connection = new SqliteConnection($"{_file!.ConnectionString};Pooling=False");
        var start = $"{UsedWorkplace.Start:yyyy-MM-dd}";
        await connection.ExecuteAsync("UPDATE enrolments SET joined_on = @start; UPDATE memberships SET from_date = @start", new { start });
        var ids = (await connection.QueryAsync<string>("SELECT id FROM accounts ORDER BY email")).ToList();
        var past =
            from person in Enumerable.Range(0, ids.Count)
            from day in Enumerable.Range(0, 6)
            where day % (person + 2) != 1
            select new { id = ids[person], date = $"{UsedWorkplace.Start.AddDays(day):yyyy-MM-dd}", at = $"{UsedWorkplace.Start.AddDays(day):yyyy-MM-dd} 12:00:00.123456+00:00" };
        await connection.ExecuteAsync("INSERT INTO credits (user_id, local_date, kind, recorded_at) VALUES (@id, @date, 'Guided', @at)", past);
    }
}
