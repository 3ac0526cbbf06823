using System.Data;
using System.Data.Common;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace StretchChallenge.Storage.Database;

/// <summary>PostgreSQL: every piece of work uses a pooled connection; the server isolates them from each other.</summary>
internal sealed class PostgreSqlDatabase : LedgerDatabase
{
    /// <summary>The advisory lock of the schema: an arbitrary number, the same in every process.</summary>
    private const long SchemaLock = 5_080_001;

    /// <summary>
    /// The pool size of one process unless the connection string sets another: three processes fit into the 100 connections
    /// that PostgreSQL allows by default. Work that finds no connection free waits for one.
    /// </summary>
    private const int DefaultPoolSize = 30;

    /// <summary>
    /// Settings of every connection. An acknowledged check-in is on the disk, whatever the server's default is. A process that
    /// is cut off must not hold up the others: without the timeouts the server would keep its open transaction's rows locked,
    /// and its connections open, until the network reports the loss, which may take two hours.
    /// </summary>
    private static readonly string[] ConnectionSettings =
    [
        "synchronous_commit=on",
        "idle_in_transaction_session_timeout=10s",
        "tcp_keepalives_idle=30",
        "tcp_keepalives_interval=10",
        "tcp_keepalives_count=3",
    ];

    private readonly NpgsqlDataSource _source;

    /// <summary>Uses the server that the connection string names.</summary>
    public PostgreSqlDatabase(string connectionString, ILogger<LedgerDatabase>? logger = null)
        : this(new NpgsqlConnectionStringBuilder(connectionString), logger)
    {
    }

    private PostgreSqlDatabase(NpgsqlConnectionStringBuilder settings, ILogger<LedgerDatabase>? logger)
        : base($"{settings.Database} at {settings.Host}", logger)
    {
        settings.Options = string.Join(" -c ", ConnectionSettings.Prepend(settings.Options ?? "")).Trim();
        // Npgsql's own ContainsKey knows every keyword, named or not.
        if (!new DbConnectionStringBuilder { ConnectionString = settings.ToString() }.ContainsKey("Maximum Pool Size"))
        {
            settings.MaxPoolSize = Math.Max(DefaultPoolSize, settings.MinPoolSize);
        }

        if (settings.MaxAutoPrepare == 0)
        {
            settings.MaxAutoPrepare = 64;
        }

        // Npgsql's metrics name the pool by this; the default would be the connection string.
        _source = new NpgsqlDataSourceBuilder(settings.ToString()) { Name = "ledger" }.Build();
    }

    /// <inheritdoc />
    public override string EngineName => "postgresql";

    /// <inheritdoc />
    public override string? FindTableOfDuplicate(DbException error) =>
        error is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } refusal ? refusal.TableName : null;

    /// <inheritdoc />
    public override string SetOfDays(string date, string first) => BitsOfDays(date, first);

    /// <summary>The set as a <c>bigint</c>.</summary>
    public static string BitsOfDays(string date, string first) => $"bit_or(1::bigint << ({date} - {first}))";

    /// <inheritdoc />
    public override async Task LockSchemaAsync(LedgerSession session)
    {
        await session.ExecuteAsync("SELECT pg_advisory_xact_lock(@SchemaLock)", new { SchemaLock });
        // A schema change that waits for a backup would block every later user of the table.
        await session.ExecuteAsync("SET LOCAL lock_timeout = '5s'");
    }

    /// <inheritdoc />
    public override ValueTask DisposeAsync() => _source.DisposeAsync();

    /// <inheritdoc />
    protected override async Task<DbConnection> OpenReaderAsync(CancellationToken cancellationToken) =>
        await _source.OpenConnectionAsync(cancellationToken);

    /// <inheritdoc />
    protected override ValueTask<DbTransaction> BeginSnapshotAsync(DbConnection connection, CancellationToken cancellationToken) =>
        connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);

    /// <summary>A connection keeps the server's settings of its beginning, such as read-only: after a failure it must be a new one.</summary>
    protected override async Task<DbConnection> TakeWriterAsync(CancellationToken cancellationToken)
    {
        if (Writes.IsLost)
        {
            _source.Clear();
        }

        return await _source.OpenConnectionAsync(cancellationToken);
    }

    /// <summary>Nothing is left to do: Npgsql resets a connection, or drops it, before it is lent again.</summary>
    protected override ValueTask ReturnWriterAsync(DbConnection connection, bool isSound) => connection.DisposeAsync();

    /// <summary>Nothing is left to do: the server keeps a failed transaction until it is rolled back.</summary>
    protected override void PrepareRollback(DbConnection connection)
    {
    }
}
