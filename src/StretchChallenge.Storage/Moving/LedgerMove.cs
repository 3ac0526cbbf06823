using System.Collections.Immutable;
using Npgsql;
using StretchChallenge.Storage.Database;
using StretchChallenge.Storage.Migrations;

namespace StretchChallenge.Storage.Moving;

/// <summary>
/// Moves everything from the SQLite file of a single process to an empty PostgreSQL database: whole, and checked row by
/// row, or not at all. The file stays as it is.
/// </summary>
public sealed class LedgerMove
{
    private readonly string _file;
    private readonly string _target;
    private readonly TimeProvider _time;

    /// <summary>From the file to the database that the connection string names.</summary>
    public LedgerMove(string file, string target, TimeProvider time)
    {
        _file = file;
        // A large table takes as long as it takes.
        _target = new NpgsqlConnectionStringBuilder(target) { CommandTimeout = 0, Pooling = false }.ToString();
        _time = time;
    }

    /// <summary>
    /// Judges Data Protection's keys, encrypted as they lie in the file, before anything is moved; throws where nobody
    /// could read them afterwards. By default all are well.
    /// </summary>
    public Action<ImmutableArray<string>> CheckKeys { get; init; } = _ => { };

    /// <summary>The migrations that the file has gone through.</summary>
    internal IReadOnlyList<Migration> SourceMigrations { get; init; } = Migration.ForEngine("sqlite");

    /// <summary>The migrations that the target goes through.</summary>
    internal IReadOnlyList<Migration> TargetMigrations { get; init; } = Migration.ForEngine("postgresql");

    /// <summary>Moves the data; each table is reported while it is copied, and once it is done.</summary>
    /// <exception cref="MoveRefusedException">It cannot be moved; nothing has changed.</exception>
    /// <exception cref="MigrationException">One of the two is newer than this program; nothing has changed.</exception>
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
        await target.RequireOwnAsync();
        await new SchemaUpgrade(database, _time).ApplyMissingAsync(session, TargetMigrations);
        SchemaHistory.RequireNothingNewer(await session.QueryAsync<AppliedMigration>(SchemaHistory.Query), TargetMigrations);
        var tables = await target.ReadTablesAsync(await source.TablesAsync(session.CancellationToken));
        await RequireSameColumnsAsync(source, tables, session.CancellationToken);
        await target.RequireEmptyAsync(tables);
        foreach (var table in tables)
        {
            try
            {
                await MoveAsync(source, target, table, progress);
            }
            catch (PostgresException fault)
            {
                throw new MoveRefusedException($"The table {table.Name} could not be filled: {fault.MessageText}.", fault);
            }
        }
    }

    private static async Task MoveAsync(SqliteSource source, PostgreSqlTarget target, TableShape table, IProgress<MoveProgress> progress)
    {
        var given = await target.FillAsync(table, source.Read(table), progress);
        var found = await target.DigestAsync(table);
        if (!given.Equals(found))
        {
            throw new MoveRefusedException(
                $"The table {table.Name} came out otherwise than it went in: {given.Rows} rows were given, and {found.Rows} are there. "
                + "Look for triggers or rules in the database, or take a new one.");
        }

        progress.Report(new MoveProgress(table.Name, found.Rows, IsDone: true));
    }

    // Both engines went through the same migrations, so this is a migration's mistake and nobody's but ours.
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
