using System.Collections.Immutable;
using Npgsql;
using StretchChallenge.Storage.Database;
using StretchChallenge.Storage.Hosting;
using StretchChallenge.Storage.Migrations;

namespace StretchChallenge.Storage.DataMigration;

/// <summary>
/// Copies all data from the SQLite file of a single process to an empty PostgreSQL database, in one transaction, and
/// compares the content of every table. The file is not changed.
/// </summary>
public sealed class LedgerMove
{
    private readonly string _file;
    private readonly string _target;
    private readonly TimeProvider _time;

    /// <summary>Prepares a move from the file to the database of the connection string.</summary>
    public LedgerMove(string file, string target, TimeProvider time)
    {
        _file = file;
        // No timeout: a large table may take long.
        _target = new NpgsqlConnectionStringBuilder(target) { CommandTimeout = 0, Pooling = false }.ToString();
        _time = time;
    }

    /// <summary>
    /// Checks Data Protection's keys, encrypted as stored, before anything is moved; throws when they could not be decrypted
    /// afterwards. By default there is no check.
    /// </summary>
    public Action<ImmutableArray<string>> CheckKeys { get; init; } = _ => { };

    /// <summary>The migrations required of the file.</summary>
    internal IReadOnlyList<Migration> SourceMigrations { get; init; } = Migration.ForEngine("sqlite");

    /// <summary>The migrations of the target.</summary>
    internal IReadOnlyList<Migration> TargetMigrations { get; init; } = Migration.ForEngine("postgresql");

    /// <summary>Moves the data; reports the progress of each table and its completion.</summary>
    /// <exception cref="MoveRefusedException">It cannot be moved; nothing was changed.</exception>
    /// <exception cref="MigrationException">One of the two databases is newer than this program; nothing was changed.</exception>
    public async Task RunAsync(IProgress<MoveProgress> progress, CancellationToken cancellationToken = default)
    {
        using var source = SqliteSource.Open(_file);
        await source.RequireSchemaAsync(SourceMigrations, cancellationToken);
        CheckKeys(await source.ProtectionKeysAsync(cancellationToken));

        await using var database = new PostgreSqlDatabase(_target);
        var isMoved = false;
        try
        {
            await database.WriteAsync(
                async session =>
                {
                    await MoveAsync(source, session, database, progress);
                    return isMoved = true;
                },
                cancellationToken);
        }
        catch (PostgresException fault) when (Refusal(fault) is { } refusal)
        {
            throw new MoveRefusedException(refusal, fault);
        }
        catch (DatabaseUnwritableException fault)
        {
            throw new MoveRefusedException($"{fault.Message} Nothing was moved. Make room, or let it be written to, and run this again.", fault);
        }
        catch (Exception fault) when (isMoved)
        {
            throw new MoveRefusedException(
                "The connection broke at the very end: everything may be there, or nothing. Run this again; "
                + $"where it says that the database is not empty, the data has been moved. ({fault.Message})",
                fault);
        }
    }

    private async Task MoveAsync(SqliteSource source, LedgerSession session, PostgreSqlDatabase database, IProgress<MoveProgress> progress)
    {
        var target = new PostgreSqlTarget(session);
        await target.RequireUsableAsync();
        await new SchemaUpgrade(database, _time).ApplyMissingAsync(session, TargetMigrations);
        var tables = await target.ReadTablesAsync(await source.TablesAsync(session.CancellationToken));
        await RequireSameColumnsAsync(source, tables, session.CancellationToken);
        await target.RequireEmptyAsync(tables);
        foreach (var table in tables)
        {
            try
            {
                await MoveAsync(source, target, table, progress);
            }
            catch (PostgresException fault) when (!UnwritableDatabase.IsIn(fault))
            {
                throw new MoveRefusedException($"The table {table.Name} could not be filled: {fault.MessageText}.", fault);
            }
        }
    }

    private static async Task MoveAsync(SqliteSource source, PostgreSqlTarget target, TableShape table, IProgress<MoveProgress> progress)
    {
        var sent = await target.FillAsync(table, source.Read(table), progress);
        var found = await target.DigestAsync(table);
        if (!sent.Equals(found))
        {
            throw new MoveRefusedException(
                $"The table {table.Name} came out otherwise than it went in: {sent.Rows} rows were given, and {found.Rows} are there. "
                + "Look for triggers or rules in the database, or take a new one.");
        }

        progress.Report(new MoveProgress(table.Name, found.Rows, IsDone: true));
    }

    // Guards against migrations that differ between the engines.
    private static async Task RequireSameColumnsAsync(SqliteSource source, ImmutableArray<TableShape> tables, CancellationToken cancellationToken)
    {
        foreach (var table in tables)
        {
            var columns = await source.ColumnsAsync(table.Name, cancellationToken);
            if (!columns.ToHashSet(StringComparer.Ordinal).SetEquals(table.Columns.Select(column => column.Name)))
            {
                throw new InvalidOperationException($"The table {table.Name} has other columns in SQLite than in PostgreSQL.");
            }
        }
    }

    private static string? Refusal(PostgresException fault) => fault.SqlState switch
    {
        PostgresErrorCodes.InsufficientPrivilege =>
            $"The user may not do this in the database: {fault.MessageText}. Make the database the user's own: ALTER DATABASE … OWNER TO ….",
        PostgresErrorCodes.LockNotAvailable =>
            "Somebody else uses the database: a server, or another move. Stop it, and run this again.",
        _ => null,
    };
}

/// <summary>The progress of a move with one table.</summary>
/// <param name="Table">The table's name.</param>
/// <param name="Rows">The rows copied so far.</param>
/// <param name="IsDone">Whether the table is complete and equal to the source.</param>
public sealed record MoveProgress(string Table, long Rows, bool IsDone);

/// <summary>The data cannot be moved; the message says why, and what to do. Nothing was changed.</summary>
public sealed class MoveRefusedException : Exception
{
    /// <summary>The usual message.</summary>
    public MoveRefusedException()
        : this("The data cannot be moved.")
    {
    }

    /// <summary>Why not, and what to do.</summary>
    public MoveRefusedException(string message)
        : base(message)
    {
    }

    /// <summary>A message and the cause.</summary>
    public MoveRefusedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
