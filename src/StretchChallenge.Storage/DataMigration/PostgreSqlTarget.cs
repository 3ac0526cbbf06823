using System.Collections.Immutable;
using System.Data;
using Npgsql;
using StretchChallenge.Storage.Database;

namespace StretchChallenge.Storage.DataMigration;

/// <summary>The PostgreSQL database that data is moved to, within the transaction of the move.</summary>
internal sealed class PostgreSqlTarget(LedgerSession session)
{
    private const string Tables =
        "SELECT relname FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p') ORDER BY relname";

    private const string Columns =
        """
        SELECT c.relname, a.attname, format_type(a.atttypid, a.atttypmod), pg_get_serial_sequence(quote_ident(c.relname), a.attname)
        FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
        WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p')
        ORDER BY c.relname, a.attnum
        """;

    private const string References =
        """
        SELECT child.relname, parent.relname
        FROM pg_constraint k JOIN pg_class child ON child.oid = k.conrelid JOIN pg_class parent ON parent.oid = k.confrelid
        WHERE k.contype = 'f' AND k.connamespace = current_schema()::regnamespace
        """;

    private const int ReportEvery = 100_000;

    private readonly NpgsqlConnection _connection = (NpgsqlConnection)session.Connection;

    /// <summary>Refuses a database of another program, and one that cannot store all of Unicode.</summary>
    public async Task RequireUsableAsync()
    {
        // A lock held for longer means that the database is in use.
        await session.ExecuteAsync("SET LOCAL lock_timeout = '10s'");
        if (await session.FindAsync<string>("SHOW server_encoding") is not "UTF8" and var encoding)
        {
            throw new MoveRefusedException(
                $"{Name} keeps texts as {encoding}. Make a database for the move: CREATE DATABASE stretch ENCODING 'UTF8' TEMPLATE template0.");
        }

        var tables = await session.QueryAsync<string>(Tables);
        if (tables is [var first, ..] && !tables.Contains("schema_migrations"))
        {
            throw new MoveRefusedException($"{Name} is not empty: it has a table {first} of another program. Name a new database.");
        }
    }

    /// <summary>Returns the tables of these names, each after those that it references.</summary>
    public async Task<ImmutableArray<TableShape>> ReadTablesAsync(ImmutableArray<string> names)
    {
        var columns = (await session.QueryAsync<(string Table, string Name, string Type, string? Sequence)>(Columns)).ToLookup(column => column.Table);
        var references = (await session.QueryAsync<(string Child, string Parent)>(References)).ToLookup(pair => pair.Child, pair => pair.Parent);
        return
        [
            .. TableOrder.Sort(names, references).Select(name => new TableShape(
                name,
                [.. columns[name].Select(column => new ColumnShape(column.Name, ColumnShape.KindOf(column.Type), column.Sequence))])),
        ];
    }

    /// <summary>Locks the tables, and refuses when one has rows.</summary>
    public async Task RequireEmptyAsync(ImmutableArray<TableShape> tables)
    {
        await session.ExecuteAsync($"LOCK TABLE {string.Join(", ", tables.Select(table => table.Quoted))} IN ACCESS EXCLUSIVE MODE");
        foreach (var table in tables)
        {
            if (await session.FindAsync<bool>($"SELECT EXISTS (SELECT 1 FROM {table.Quoted})"))
            {
                throw new MoveRefusedException(
                    $"{Name} is not empty: there are rows in {table.Name}. Move before the first server starts on it. "
                    + "If nothing in it is needed, stop all servers on it, drop the database, create it again, and run this again.");
            }
        }
    }

    /// <summary>Fills a table, and returns the digest of the rows.</summary>
    public async Task<ContentDigest> FillAsync(TableShape table, IEnumerable<object?[]> rows, IProgress<MoveProgress> progress)
    {
        var digest = new ContentDigest();
        await using (var import = await _connection.BeginBinaryImportAsync(
            $"COPY {table.Quoted} ({table.ColumnList}) FROM STDIN (FORMAT BINARY)", session.CancellationToken))
        {
            foreach (var row in rows)
            {
                await WriteAsync(import, table, row);
                digest.Add(row);
                if (digest.Rows % ReportEvery == 0)
                {
                    progress.Report(new MoveProgress(table.Name, digest.Rows, IsDone: false));
                }
            }

            await import.CompleteAsync(session.CancellationToken);
        }

        await SetSequencesAsync(table);
        // Without statistics the planner would choose slow plans at first.
        await session.ExecuteAsync($"ANALYZE {table.Quoted}");
        return digest;
    }

    /// <summary>Computes the digest of a table's content.</summary>
    public async Task<ContentDigest> DigestAsync(TableShape table)
    {
        var digest = new ContentDigest();
        var row = new object?[table.Columns.Length];
        await using var command = new NpgsqlCommand(table.SelectAll, _connection);
        await using var reader = await command.ExecuteReaderAsync(CommandBehavior.SequentialAccess, session.CancellationToken);
        while (await reader.ReadAsync(session.CancellationToken))
        {
            for (var column = 0; column < row.Length; column++)
            {
                row[column] = StoredValue.FromPostgreSql(table.Columns[column].Kind, reader, column);
            }

            digest.Add(row);
        }

        return digest;
    }

    private string Name => $"The database {_connection.Database} on {_connection.Host}";

    private async Task WriteAsync(NpgsqlBinaryImporter import, TableShape table, object?[] row)
    {
        await import.StartRowAsync(session.CancellationToken);
        for (var column = 0; column < row.Length; column++)
        {
            if (row[column] is { } value)
            {
                await import.WriteAsync(value, table.Columns[column].WireType, session.CancellationToken);
            }
            else
            {
                await import.WriteNullAsync(session.CancellationToken);
            }
        }
    }

    // Rows that the database numbers later must come after those that were moved.
    private async Task SetSequencesAsync(TableShape table)
    {
        foreach (var column in table.Columns.Where(column => column.Sequence is not null))
        {
            await session.ExecuteAsync(
                $"SELECT setval(@Sequence, MAX({column.Quoted})) FROM {table.Quoted} HAVING COUNT(*) > 0",
                new { column.Sequence });
        }
    }
}
