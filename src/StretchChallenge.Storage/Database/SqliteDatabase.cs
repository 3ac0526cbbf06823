using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using SQLitePCL;
using StretchChallenge.Storage.Hosting;

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
    private const long LeastFreeBytes = 512 * 1024;

    private readonly string _file;
    private readonly string _readConnectionString;
    private readonly string _writeConnectionString;
    private readonly SemaphoreSlim _writeGate = new(1);
    private SqliteConnection? _writer;
    private bool _mustReplaceWriter;

    /// <summary>Uses the file that the connection string names. It is created when first written to.</summary>
    public SqliteDatabase(string connectionString, ILogger<LedgerDatabase>? logger = null)
        : this(connectionString, new SqliteConnectionStringBuilder(connectionString).DataSource, logger)
    {
    }

    private SqliteDatabase(string connectionString, string file, ILogger<LedgerDatabase>? logger)
        : base(file, logger)
    {
        _file = file;
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

    /// <inheritdoc />
    public override void FoldAllLetters(DbConnection connection) => ((SqliteConnection)connection)
        .CreateFunction("lower", (string? text) => text?.ToLowerInvariant(), isDeterministic: true);

    /// <inheritdoc />
    public override string SetOfDays(string date, string first) => BitsOfDays(date, first);

    /// <summary>Different powers of two add up to a set.</summary>
    public static string BitsOfDays(string date, string first) => $"SUM(1 << (unixepoch({date}) / 86400 - unixepoch({first}) / 86400))";

    /// <summary>Does nothing: a write transaction of SQLite excludes those of all other processes from its start.</summary>
    public override Task LockSchemaAsync(LedgerSession session) => Task.CompletedTask;

    /// <summary>Copies the log into the file and empties it; where a reader is in the way, only a later one does.</summary>
    public override async Task EraseDeletedAsync(CancellationToken cancellationToken)
    {
        var writer = await TakeWriterAsync(cancellationToken);
        try
        {
            await using var command = writer.CreateCommand();
            command.CommandText = "PRAGMA busy_timeout = 200; PRAGMA wal_checkpoint(TRUNCATE); PRAGMA busy_timeout = 5000";
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
        catch (SqliteException fault) when (UnwritableDatabase.IsIn(fault))
        {
            // The rows are deleted; the log is emptied by a later checkpoint, when there is room.
        }
        finally
        {
            await ReturnWriterAsync(writer, isSound: true);
        }
    }

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
            if (_writer is null || _mustReplaceWriter)
            {
                await ReplaceWriterAsync(cancellationToken);
            }

            return _writer!;
        }
        catch
        {
            _writeGate.Release();
            throw;
        }
    }

    /// <inheritdoc />
    protected override ValueTask ReturnWriterAsync(DbConnection connection, bool isSound)
    {
        _mustReplaceWriter |= !isSound;
        _writeGate.Release();
        return ValueTask.CompletedTask;
    }

    /// <summary>
    /// After some faults, such as a full disk during the commit, SQLite has rolled back by itself. The library does not notice,
    /// and its own ROLLBACK would fail, now and whenever the connection is used or closed: it gets a transaction to end.
    /// </summary>
    protected override void PrepareRollback(DbConnection connection)
    {
        var handle = ((SqliteConnection)connection).Handle;
        if (raw.sqlite3_get_autocommit(handle) != 0)
        {
            raw.sqlite3_exec(handle, "BEGIN");
        }
    }

    /// <inheritdoc />
    protected override bool HasRoom()
    {
        try
        {
            return new DriveInfo(Path.GetDirectoryName(Path.GetFullPath(_file))!).AvailableFreeSpace >= LeastFreeBytes;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return true;
        }
    }

    // The old connection is closed last: the last one to close removes the log, which cannot be made again on a full disk.
    private async Task ReplaceWriterAsync(CancellationToken cancellationToken)
    {
        OwnerOnly.CreateFolder(Path.GetDirectoryName(Path.GetFullPath(_file))!);
        CloseToOthers();
        var old = _writer;
        _writer = await OpenWriterAsync(cancellationToken);
        _mustReplaceWriter = false;
        if (old is not null)
        {
            await old.DisposeAsync();
        }
    }

    // SQLite gives the log and its index the rights of the database's file.
    private void CloseToOthers()
    {
        if (!Path.Exists(_file))
        {
            OwnerOnly.Open(_file, FileMode.OpenOrCreate, FileShare.ReadWrite).Dispose();
        }

        OwnerOnly.Tighten(_file);
        OwnerOnly.Tighten($"{_file}-wal");
        OwnerOnly.Tighten($"{_file}-shm");
    }

    /// <summary>
    /// WAL lets readers go on during a write; FULL makes every commit wait for the disk. The cache (in KiB) and the
    /// log (in pages) have room for the pages of several batches, which are then written once instead of many times. What is deleted is overwritten with zeros.
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
                PRAGMA secure_delete = ON;
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
