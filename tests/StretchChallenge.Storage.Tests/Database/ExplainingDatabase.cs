using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;
using Npgsql;
using StretchChallenge.Storage.Database;

namespace StretchChallenge.Storage.Tests.Database;

/// <summary>A database that explains every statement of a store before it runs it.</summary>
internal sealed class ExplainingDatabase(TestDatabase database, bool isPostgreSql) : LedgerDatabase("test", null)
{
    private readonly List<string> _plans = [];

    /// <summary>The plans so far, each a statement with the steps in which it is executed.</summary>
    public IReadOnlyList<string> Plans => _plans;

    public override string EngineName => isPostgreSql ? "postgresql" : "sqlite";

    public override string? FindTableOfDuplicate(DbException error) => null;

    public override string SetOfDays(string date, string first) =>
        isPostgreSql ? PostgreSqlDatabase.BitsOfDays(date, first) : SqliteDatabase.BitsOfDays(date, first);

    public override Task LockSchemaAsync(LedgerSession session) => Task.CompletedTask;

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    protected override async Task<DbConnection> OpenReaderAsync(CancellationToken cancellationToken)
    {
        // The tables are nearly empty, so PostgreSQL would rather scan them than use any index.
        DbConnection connection = isPostgreSql
            ? new NpgsqlConnection($"{database.ConnectionString};Options=-c enable_seqscan=off")
            : new SqliteConnection(database.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        return new ExplainingConnection(connection, Explain);
    }

    protected override ValueTask<DbTransaction> BeginSnapshotAsync(DbConnection connection, CancellationToken cancellationToken) =>
        connection.BeginTransactionAsync(cancellationToken);

    protected override Task<DbConnection> TakeWriterAsync(CancellationToken cancellationToken) => OpenReaderAsync(cancellationToken);

    protected override ValueTask ReturnWriterAsync(DbConnection connection, bool isSound) => connection.DisposeAsync();

    protected override void PrepareRollback(DbConnection connection)
    {
    }

    [SuppressMessage("Security", "CA2100", Justification = "The statements are those of the stores.")]
    private void Explain(DbCommand command)
    {
        var text = command.CommandText;
        foreach (var statement in text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            command.CommandText = isPostgreSql ? $"EXPLAIN {statement}" : $"EXPLAIN QUERY PLAN {statement}";
            using var reader = command.ExecuteReader();
            List<string> steps = [statement];
            while (reader.Read())
            {
                steps.Add(reader.GetString(reader.FieldCount - 1));
            }

            _plans.Add(string.Join(Environment.NewLine, steps));
        }

        command.CommandText = text;
    }
}

/// <summary>A connection whose commands are explained before they run.</summary>
internal sealed class ExplainingConnection(DbConnection inner, Action<DbCommand> explain) : DbConnection
{
    [AllowNull]
    public override string ConnectionString
    {
        get => inner.ConnectionString;
        set => inner.ConnectionString = value;
    }

    public override string Database => inner.Database;

    public override string DataSource => inner.DataSource;

    public override string ServerVersion => inner.ServerVersion;

    public override ConnectionState State => inner.State;

    public override void ChangeDatabase(string databaseName) => inner.ChangeDatabase(databaseName);

    public override void Close() => inner.Close();

    public override void Open() => inner.Open();

    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => inner.BeginTransaction(isolationLevel);

    protected override DbCommand CreateDbCommand() => new ExplainingCommand(inner.CreateCommand(), explain);

    protected override void Dispose(bool disposing)
    {
        inner.Dispose();
        base.Dispose(disposing);
    }
}

/// <summary>A command that is explained before it runs.</summary>
internal sealed class ExplainingCommand(DbCommand inner, Action<DbCommand> explain) : DbCommand
{
    [AllowNull]
    public override string CommandText
    {
        get => inner.CommandText;
        set => inner.CommandText = value;
    }

    public override int CommandTimeout
    {
        get => inner.CommandTimeout;
        set => inner.CommandTimeout = value;
    }

    public override CommandType CommandType
    {
        get => inner.CommandType;
        set => inner.CommandType = value;
    }

    public override UpdateRowSource UpdatedRowSource
    {
        get => inner.UpdatedRowSource;
        set => inner.UpdatedRowSource = value;
    }

    public override bool DesignTimeVisible { get; set; }

    protected override DbConnection? DbConnection { get; set; }

    protected override DbParameterCollection DbParameterCollection => inner.Parameters;

    protected override DbTransaction? DbTransaction
    {
        get => inner.Transaction;
        set => inner.Transaction = value;
    }

    public override void Cancel() => inner.Cancel();

    public override void Prepare() => inner.Prepare();

    public override int ExecuteNonQuery()
    {
        explain(inner);
        return inner.ExecuteNonQuery();
    }

    public override object? ExecuteScalar()
    {
        explain(inner);
        return inner.ExecuteScalar();
    }

    protected override DbParameter CreateDbParameter() => inner.CreateParameter();

    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior)
    {
        explain(inner);
        return inner.ExecuteReader(behavior);
    }
}
