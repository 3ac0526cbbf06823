using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace StretchChallenge.Storage.Database;

/// <summary>
/// SQLite in one file: readers never wait; all writers of the process take turns on one connection, so that none of
/// them ever finds the file locked.
/// </summary>
/// <remarks>
/// The connections are kept here, not in the pool of Microsoft.Data.Sqlite: that one can lend the same connection to
/// two owners at once (https://github.com/dotnet/efcore/issues/39008).
/// </remarks>
/// <param name="connectionString">Names the file.</param>
internal sealed class SqliteDatabase(string connectionString) : LedgerDatabase
{
    private const int ConstraintError = 19;

    /// <summary>As many idle readers stay open: more read at once only for moments.</summary>
    private const int IdleReaders = 32;

    private readonly string _connectionString = new SqliteConnectionStringBuilder(connectionString) { Pooling = false }.ToString();
    private readonly ConcurrentBag<SqliteConnection> _idle = [];
    private readonly SemaphoreSlim _writeGate = new(1);
    private SqliteConnection? _writer;

    static SqliteDatabase() => SQLitePCL.Batteries_V2.Init();

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

    /// <summary>Nothing to do: a write transaction of SQLite is alone in all processes from its start.</summary>
    public override Task LockSchemaAsync(LedgerSession session) => Task.CompletedTask;

    /// <inheritdoc />
    public override async ValueTask DisposeAsync()
    {
        // A write that is under way ends first: its transaction is not to be closed under it.
        await _writeGate.WaitAsync();
        if (_writer is not null)
        {
            await _writer.DisposeAsync();
        }

        while (_idle.TryTake(out var reader))
        {
            await reader.DisposeAsync();
        }

        _writeGate.Dispose();
    }

    /// <inheritdoc />
    protected override async ValueTask<DbConnection> TakeReaderAsync(CancellationToken cancellationToken) =>
        _idle.TryTake(out var connection) ? connection : await OpenAsync(cancellationToken);

    /// <inheritdoc />
    protected override async ValueTask ReturnReaderAsync(DbConnection connection)
    {
        if (_idle.Count < IdleReaders)
        {
            _idle.Add((SqliteConnection)connection);
        }
        else
        {
            await connection.DisposeAsync();
        }
    }

    /// <inheritdoc />
    protected override ValueTask<DbTransaction> BeginSnapshotAsync(DbConnection connection, CancellationToken cancellationToken) =>
        new(((SqliteConnection)connection).BeginTransaction(deferred: true));

    /// <inheritdoc />
    protected override async ValueTask<DbConnection> TakeWriterAsync(CancellationToken cancellationToken)
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
        var connection = await OpenAsync(cancellationToken);
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

    private async Task<SqliteConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(_connectionString);
        await connection.OpenAsync(cancellationToken);
        return connection;
    }
}
