using Npgsql;
using NpgsqlTypes;
using StretchChallenge.Storage.Ledger;

namespace StretchChallenge.Benchmarks.CheckIns;

/// <summary>
/// PostgreSQL: three prepared statements on one connection, each with columns of all rows of the group, in one round
/// trip. That is the fastest way in short of COPY.
/// </summary>
internal sealed class PostgreSqlBareLoop : IBareLoop
{
    private readonly NpgsqlConnection _connection;

    private PostgreSqlBareLoop(NpgsqlConnection connection) => _connection = connection;

    /// <summary>On the database of a connection string.</summary>
    public static async Task<IBareLoop> OpenAsync(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString) { MaxAutoPrepare = 8, Options = "-c synchronous_commit=on" };
        var connection = new NpgsqlConnection(settings.ToString());
        await connection.OpenAsync();
        return new PostgreSqlBareLoop(connection);
    }

    /// <inheritdoc />
    public async Task InsertAsync(IReadOnlyList<CheckInEntry> group)
    {
        await using var transaction = await _connection.BeginTransactionAsync();
        await using var batch = new NpgsqlBatch(_connection, transaction);
        Add(
            batch,
            "INSERT INTO commands SELECT * FROM unnest($1, $2, $3, $4, $5)",
            Texts(group, row => row.User.Value),
            Texts(group, row => row.Command.Id),
            Texts(group, row => row.Command.Fingerprint),
            Texts(group, row => row.Command.Answer),
            Column(NpgsqlDbType.TimestampTz, group, row => row.Command.RecordedAt));
        Add(
            batch,
            "INSERT INTO completions SELECT * FROM unnest($1, $2, $3, $4, $5, $6, $7, $8)",
            Texts(group, row => row.Completion!.RunId),
            Texts(group, row => row.User.Value),
            Column(NpgsqlDbType.Date, group, row => row.Completion!.Date),
            Texts(group, row => row.Completion!.RoutineId),
            Texts(group, row => row.Completion!.Variant),
            Column(NpgsqlDbType.Integer, group, row => row.Completion!.Seconds),
            Texts(group, _ => null),
            Column(NpgsqlDbType.TimestampTz, group, row => row.Completion!.CompletedAt));
        Add(
            batch,
            "INSERT INTO credits SELECT * FROM unnest($1, $2, $3, $4)",
            Texts(group, row => row.User.Value),
            Column(NpgsqlDbType.Date, group, row => row.Credit!.Date),
            Texts(group, row => row.Credit!.Kind.ToString()),
            Column(NpgsqlDbType.TimestampTz, group, row => row.Credit!.RecordedAt));
        await batch.ExecuteNonQueryAsync();
        await transaction.CommitAsync();
    }

    /// <inheritdoc />
    public async Task<long> MeasureAsync()
    {
        await using var command = new NpgsqlCommand("SELECT pg_database_size(current_database())", _connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _connection.DisposeAsync();
        NpgsqlConnection.ClearPool(_connection);
    }

    private static void Add(NpgsqlBatch batch, string sql, params ReadOnlySpan<NpgsqlParameter> columns)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var column in columns)
        {
            command.Parameters.Add(column);
        }

        batch.BatchCommands.Add(command);
    }

    private static NpgsqlParameter<string?[]> Texts(IReadOnlyList<CheckInEntry> group, Func<CheckInEntry, string?> value) =>
        Column(NpgsqlDbType.Text, group, value);

    private static NpgsqlParameter<T[]> Column<T>(NpgsqlDbType type, IReadOnlyList<CheckInEntry> group, Func<CheckInEntry, T> value) =>
        new() { TypedValue = [.. group.Select(value)], NpgsqlDbType = NpgsqlDbType.Array | type };
}
