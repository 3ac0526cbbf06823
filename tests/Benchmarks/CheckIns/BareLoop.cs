using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using Npgsql;
using NpgsqlTypes;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Streaks;
using StretchChallenge.Storage.Ledger;
using StretchChallenge.Storage.Users;

namespace StretchChallenge.Benchmarks.CheckIns;

/// <summary>The least that has to be done for durable check-ins: rows in, commit, nothing else. Shares no code with the program.</summary>
internal interface IBareLoop : IAsyncDisposable
{
    /// <summary>Inserts the rows of so many check-ins in one transaction.</summary>
    Task InsertAsync(IReadOnlyList<CheckInEntry> group);

    /// <summary>The size of the database with all its tables and indexes, in bytes.</summary>
    Task<long> MeasureAsync();
}

/// <summary>The rows that the grains write for a check-in, ready made for the bare loops.</summary>
internal static class CheckInRows
{
    // As long as the answer of somebody who is in one challenge.
    private const string Answer =
        """{"Date":"2026-03-23","Credited":true,"Kind":0,"Streaks":[{"ChallengeId":"0123456789abcdef0123456789abcdef","Current":22,"Best":22,"Freezes":2}]}""";

    /// <summary>The hash of a request.</summary>
    public static string Fingerprint { get; } = new('A', 64);

    /// <summary>One check-in on a date for each person.</summary>
    public static ImmutableArray<CheckInEntry> Of(IEnumerable<UserId> people, DateOnly date)
    {
        var now = new DateTimeOffset(date, new TimeOnly(7, 0), TimeSpan.Zero);
        return [.. people.Select(person => Of(person, date, now))];
    }

    private static CheckInEntry Of(UserId person, DateOnly date, DateTimeOffset now) => new(
        person,
        new CommandRecord(Guid.NewGuid().ToString(), Fingerprint, Answer, now),
        new CreditRecord(date, CreditKind.Guided, now),
        new CompletionRecord(Guid.CreateVersion7(now).ToString("N"), date, "workplace", "desk", 300, null, now));
}

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
