using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using SQLitePCL;
using StretchChallenge.Storage.Database;
using StretchChallenge.Storage.Migrations;

namespace StretchChallenge.Storage.DataMigration;

/// <summary>
/// The SQLite file that data is moved from. It is read in one exclusive transaction, which keeps all other processes out, and
/// nothing is written to it.
/// </summary>
internal sealed class SqliteSource : IDisposable
{
    private const int Busy = 5;
    private const int Locked = 6;
    private const int NoDatabase = 26;

    private readonly SqliteConnection _connection;
    private readonly string _file;

    private SqliteSource(SqliteConnection connection, string file)
    {
        _connection = connection;
        _file = file;
    }

    /// <summary>Opens and locks the file.</summary>
    /// <exception cref="MoveRefusedException">It does not exist, is not a database, or is in use.</exception>
    public static SqliteSource Open(string file)
    {
        if (!File.Exists(file))
        {
            throw new MoveRefusedException($"There is no file {file}. Name the SQLite file that the server kept its data in, and run this as a user who may read it.");
        }

        // Locking needs write access. The timeout lets a server that is stopping close its file.
        var settings = new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadWrite, Pooling = false, DefaultTimeout = 2 };
        var connection = new SqliteConnection(settings.ToString());
        try
        {
            connection.Open();
            DisableCheckpointOnClose(connection, file);
            Execute(connection, "PRAGMA locking_mode = EXCLUSIVE");
            Execute(connection, "BEGIN EXCLUSIVE");
            Execute(connection, "PRAGMA query_only = ON");
            return new SqliteSource(connection, file);
        }
        catch (SqliteException fault)
        {
            connection.Dispose();
            throw Explain(fault, file);
        }
    }

    /// <summary>Refuses a file that is not a ledger, or one of another version.</summary>
    public async Task RequireSchemaAsync(IReadOnlyList<Migration> known, CancellationToken cancellationToken)
    {
        var session = Session(cancellationToken);
        if (!(await TablesAsync(session)).Contains("schema_migrations"))
        {
            throw new MoveRefusedException($"The file {_file} is an SQLite database, but not one of StretchChallenge.");
        }

        var history = await session.QueryAsync<AppliedMigration>(SchemaHistory.Query);
        SchemaHistory.Check(history, known);
        if (SchemaHistory.Missing(history, known) is [var missing, ..])
        {
            throw new MoveRefusedException(
                $"The data in {_file} is of an older version than this program: migration {missing.Name} is missing. "
                + "Start this version's server on the file once, which brings it up to date, stop it, and run this again.");
        }
    }

    /// <summary>Returns the names of the tables with data.</summary>
    public async Task<ImmutableArray<string>> TablesAsync(CancellationToken cancellationToken) =>
        (await TablesAsync(Session(cancellationToken))).Remove("schema_migrations");

    /// <summary>Returns the names of a table's columns.</summary>
    public Task<ImmutableArray<string>> ColumnsAsync(string table, CancellationToken cancellationToken) =>
        Session(cancellationToken).QueryAsync<string>("SELECT name FROM pragma_table_info(@table)", new { table });

    /// <summary>Returns Data Protection's keys, encrypted as stored.</summary>
    public Task<ImmutableArray<string>> ProtectionKeysAsync(CancellationToken cancellationToken) =>
        Session(cancellationToken).QueryAsync<string>("SELECT element FROM data_protection_keys");

    /// <summary>Streams the rows of a table. The same array is reused for each row.</summary>
    public IEnumerable<object?[]> Read(TableShape table)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = table.SelectAll;
        using var reader = command.ExecuteReader();
        var row = new object?[table.Columns.Length];
        while (reader.Read())
        {
            for (var column = 0; column < row.Length; column++)
            {
                row[column] = Value(table, column, reader.GetValue(column));
            }

            yield return row;
        }
    }

    /// <inheritdoc />
    public void Dispose() => _connection.Dispose();

    private static object? Value(TableShape table, int column, object value)
    {
        try
        {
            return StoredValue.FromSqlite(table.Columns[column].Kind, value);
        }
        catch (FormatException fault)
        {
            throw new MoveRefusedException($"{table.Name}.{table.Columns[column].Name} has a value that cannot be moved. {fault.Message}", fault);
        }
    }

    private static Task<ImmutableArray<string>> TablesAsync(LedgerSession session) => session.QueryAsync<string>(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name");

    // A killed server leaves a write-ahead log beside the file. It is read, and must not be checkpointed into the file.
    private static void DisableCheckpointOnClose(SqliteConnection connection, string file)
    {
        if (new FileInfo($"{file}-wal") is { Exists: true, Length: > 0 })
        {
            raw.sqlite3_db_config(connection.Handle, raw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, out _);
        }
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static MoveRefusedException Explain(SqliteException fault, string file) => fault.SqliteErrorCode switch
    {
        Busy or Locked => new MoveRefusedException(
            $"The file {file} is in use: a server runs on it, or another program has it open. Stop it, and run this again.", fault),
        NoDatabase => new MoveRefusedException($"The file {file} is no SQLite database.", fault),
        _ => new MoveRefusedException(
            $"The file {file} cannot be opened ({fault.Message}). It must be readable and writable for the user who runs this: "
            + "nothing is written, but locking the file needs write access.",
            fault),
    };

    private LedgerSession Session(CancellationToken cancellationToken) => new(_connection, null, cancellationToken);
}
