using Microsoft.Data.Sqlite;
using StretchChallenge.Storage.Ledger;

namespace StretchChallenge.Benchmarks.CheckIns;

/// <summary>SQLite: three prepared statements on one connection, as durable as the program's.</summary>
internal sealed class SqliteBareLoop : IBareLoop
{
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _command;
    private readonly SqliteCommand _completion;
    private readonly SqliteCommand _credit;

    private SqliteBareLoop(SqliteConnection connection)
    {
        _connection = connection;
        _command = Prepare("INSERT INTO commands VALUES ($0, $1, $2, $3, $4)", 5);
        _completion = Prepare("INSERT INTO completions VALUES ($0, $1, $2, $3, $4, $5, $6, $7)", 8);
        _credit = Prepare("INSERT INTO credits VALUES ($0, $1, $2, $3)", 4);
    }

    /// <summary>On the database of a connection string.</summary>
    public static async Task<IBareLoop> OpenAsync(string connectionString)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder(connectionString) { ForeignKeys = true }.ToString());
        await connection.OpenAsync();
        using var pragmas = connection.CreateCommand();
        pragmas.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;";
        await pragmas.ExecuteNonQueryAsync();
        return new SqliteBareLoop(connection);
    }

    /// <inheritdoc />
    public Task InsertAsync(IReadOnlyList<CheckInEntry> group)
    {
        using var transaction = _connection.BeginTransaction();
        _command.Transaction = _completion.Transaction = _credit.Transaction = transaction;
        foreach (var (user, command, credit, completion) in group)
        {
            Run(_command, user.Value, command.Id, command.Fingerprint, command.Answer, command.RecordedAt);
            Run(_completion, completion!.RunId, user.Value, completion.Date, completion.RoutineId, completion.Variant!, completion.Seconds, DBNull.Value, completion.CompletedAt);
            Run(_credit, user.Value, credit!.Date, credit.Kind.ToString(), credit.RecordedAt);
        }

        transaction.Commit();
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public async Task<long> MeasureAsync()
    {
        await using var command = _connection.CreateCommand();
        command.CommandText = "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()";
        return (long)(await command.ExecuteScalarAsync())!;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _connection.DisposeAsync();
        SqliteConnection.ClearPool(_connection);
    }

    private SqliteCommand Prepare(string sql, int parameters)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        for (var number = 0; number < parameters; number++)
        {
            command.Parameters.Add(new SqliteParameter { ParameterName = $"${number}" });
        }

        return command;
    }

    private static void Run(SqliteCommand command, params ReadOnlySpan<object> values)
    {
        for (var number = 0; number < values.Length; number++)
        {
            command.Parameters[number].Value = values[number];
        }

        command.ExecuteNonQuery();
    }
}
