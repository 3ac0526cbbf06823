using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;
using StretchChallenge.Storage.Database;
using StretchChallenge.Storage.DataMigration;

namespace StretchChallenge.Storage.Tests.DataMigration;

/// <summary>A move from an SQLite file that its server has left to a database of PostgreSQL.</summary>
public abstract class MoveTests(PostgreSqlFixture postgreSql) : IAsyncLifetime
{
    private TestDatabase? _source;
    private TestDatabase? _target;

    /// <summary>The file.</summary>
    protected TestDatabase Source => _source ?? throw new InvalidOperationException("The test has not begun.");

    /// <summary>The database, empty.</summary>
    protected TestDatabase Target => _target ?? throw new InvalidOperationException("The test has not begun.");

    /// <summary>The server of <see cref="Target" />.</summary>
    protected PostgreSqlServer PostgreSql => postgreSql.Server;

    /// <summary>The path of <see cref="Source" />.</summary>
    protected string File => new SqliteConnectionStringBuilder(Source.ConnectionString).DataSource;

    public virtual async Task InitializeAsync()
    {
        _source = await TestDatabase.CreateAsync(null);
        _target = await TestDatabase.CreateAsync(PostgreSql);
    }

    public async Task DisposeAsync()
    {
        await Source.DisposeAsync();
        await Target.DisposeAsync();
    }

    /// <summary>Fills the source as a server would, and closes it.</summary>
    private protected async Task FillSourceAsync(Func<FilledLedger, Task>? more = null)
    {
        await using var node = new LedgerNode(Source);
        await node.StartAsync();
        var ledger = new FilledLedger(node);
        await ledger.FillAsync();
        await (more?.Invoke(ledger) ?? Task.CompletedTask);
    }

    private protected LedgerMove Move(string? file = null) => new(file ?? File, Target.ConnectionString, new FakeTimeProvider(Sample.Now));

    /// <summary>The words with which the move is refused.</summary>
    private protected async Task<string> RefusalAsync(string? file = null) =>
        (await Assert.ThrowsAsync<MoveRefusedException>(() => Move(file).RunAsync(new Reports()))).Message;

    /// <summary>Changes the source behind everybody's back.</summary>
    private protected async Task AlterSourceAsync(string sql)
    {
        await using var connection = new SqliteConnection($"{Source.ConnectionString};Pooling=False;Foreign Keys=False;Default Timeout=1");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Changes the target, or asks it something.</summary>
    private protected async Task<T?> AskTargetAsync<T>(string sql)
    {
        await using var database = new PostgreSqlDatabase(Target.ConnectionString);
        return await database.ReadAsync(session => session.FindAsync<T>(sql), CancellationToken.None);
    }

    private protected async Task AssertTargetHasNoTablesAsync() =>
        Assert.Equal(0, await AskTargetAsync<long>("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"));
}
