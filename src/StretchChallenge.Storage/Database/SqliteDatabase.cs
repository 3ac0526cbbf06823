using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace StretchChallenge.Storage.Database;

/// <summary>
/// SQLite in one file. Readers use the library's connection pool and never wait. All writers of the process take turns on
/// one connection, so that none of them finds the file locked.
/// </summary>
/// <remarks>
/// Microsoft.Data.Sqlite before 10.0.15 must not be used with this class: its pool could lend one connection to two owners
/// (https://github.com/dotnet/efcore/issues/39008).
/// </remarks>
internal sealed class SqliteDatabase : LedgerDatabase
{
    private const int ConstraintError = 19;

    private readonly string _readConnectionString;
    private readonly string _writeConnectionString;
    private readonly SemaphoreSlim _writeGate = new(1);
    private SqliteConnection? _writer;

    /// <summary>Uses the file that the connection string names.</summary>
    public SqliteDatabase(string connectionString)
    {
        _readConnectionString = connectionString;
        // Outside the pool: a reader must not get a connection with the writer's settings, nor the writer one without them.
        _writeConnectionString = new SqliteConnectionStringBuilder(connectionString) { Pooling = false }.ToString();
    }

    /// <inheritdoc />
    public override string EngineName => "sqlite";

    /// <inheritdoc />
    public override string? FindTableOfDuplicate(DbException error)
    {
        // The message reads "… UNIQUE constraint failed: table.column, table.column".
        const string Mark = "UNIQUE constraint failed: ";
        var start = error.Message.IndexOf(Mark, StringComparison.Ordinal);
        return error is SqliteException { SqliteErrorCode: ConstraintError } && start >= 0
            ? error.Message[(start + Mark.Length)..].Split('.')[0]
            : null;
    }

    /// <summary>Does nothing: a write transaction of SQLite excludes those of all other processes from its start.</summary>
    public override Task LockSchemaAsync(LedgerSession session) => Task.CompletedTask;

    /// <inheritdoc />
    public override async ValueTask DisposeAsync()
    {
        // Waits for a write in progress, so that its transaction is not closed under it.
        await _writeGate.WaitAsync();
        if (_writer is not null)
        {
            await _writer.DisposeAsync();
        }

        // SQLite empties its log into the file when the last connection is closed.
        await using var pooled = new SqliteConnection(_readConnectionString);
        SqliteConnection.ClearPool(pooled);
        _writeGate.Dispose();
    }

    /// <summary>
    /// A connection of the pool. It needs no settings: WAL mode is stored in the file, and the other pragmas concern writes.
    /// </summary>
    protected override Task<DbConnection> OpenReaderAsync(CancellationToken cancellationToken) => OpenAsync(_readConnectionString, cancellationToken);

    /// <inheritdoc />
    protected override ValueTask<DbTransaction> BeginSnapshotAsync(DbConnection connection, CancellationToken cancellationToken) =>
        new(((SqliteConnection)connection).BeginTransaction(deferred: true));

    /// <inheritdoc />
    protected override async Task<DbConnection> TakeWriterAsync(CancellationToken cancellationToken)
    {
        await _writeGate.WaitAsync(cancellationToken);
        try
        {
            return _writer ??= await OpenWriterAsync(cancellationToken);
        }
        catch
        {
            _writeGate.Release();
            throw;
        }
    }

    /// <inheritdoc />
    protected override ValueTask ReturnWriterAsync(DbConnection connection)
    {
        _writeGate.Release();
        return ValueTask.CompletedTask;
    }

    /// <summary>
    /// WAL lets readers go on during a write; FULL makes every commit wait for the disk. The cache (in KiB) and the
    /// log (in pages) have room for the pages of several batches, which are then written once instead of many times.
    /// </summary>
    private async Task<SqliteConnection> OpenWriterAsync(CancellationToken cancellationToken)
    {
        var connection = (SqliteConnection)await OpenAsync(_writeConnectionString, cancellationToken);
        try
        {
            await using var command = connection.CreateCommand();
            command.CommandText = """
                PRAGMA journal_mode = WAL;
                PRAGMA synchronous = FULL;
                PRAGMA foreign_keys = ON;
                PRAGMA busy_timeout = 5000;
                PRAGMA cache_size = -32768;
                PRAGMA wal_autocheckpoint = 4000;
                """;
            await command.ExecuteNonQueryAsync(cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private static async Task<DbConnection> OpenAsync(string connectionString, CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(connectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}
