using System.Data;
using System.Data.Common;
using Npgsql;

namespace StretchChallenge.Storage.Database;

/// <summary>PostgreSQL: every piece of work has a connection of the pool, and the server keeps them apart.</summary>
internal sealed class PostgreSqlDatabase : LedgerDatabase
{
    /// <summary>The advisory lock that migrations take: an arbitrary number, the same in every process.</summary>
    private const long SchemaLock = 5_080_001;

    /// <summary>
    /// The connections of one process, where the connection string names no other number: three processes fit into the
    /// 100 that a PostgreSQL server takes as it is installed, and work that finds none free waits for one.
    /// </summary>
    private const int Connections = 30;

    /// <summary>
    /// What the server is asked of each connection. An acknowledged check-in is on the disk, whatever the server's own
    /// default is. And a process that is cut off does not hold up the others: the server would keep the rows of its open
    /// transaction locked, and its connections open, for as long as the network says nothing, which may be two hours.
    /// </summary>
    private static readonly string[] Wishes =
    [
        "synchronous_commit=on",
        "idle_in_transaction_session_timeout=10s",
        "tcp_keepalives_idle=30",
        "tcp_keepalives_interval=10",
        "tcp_keepalives_count=3",
    ];

    private readonly NpgsqlDataSource _source;

    /// <summary>Over the server that the connection string names.</summary>
    public PostgreSqlDatabase(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        settings.Options = string.Join(" -c ", Wishes.Prepend(settings.Options ?? "")).Trim();
        // Npgsql's own ContainsKey knows every keyword, named or not.
        if (!new DbConnectionStringBuilder { ConnectionString = settings.ToString() }.ContainsKey("Maximum Pool Size"))
        {
            settings.MaxPoolSize = Math.Max(Connections, settings.MinPoolSize);
        }

        if (settings.MaxAutoPrepare == 0)
        {
            settings.MaxAutoPrepare = 64;
        }

        // The name is what Npgsql's own figures tell the pool by; otherwise it is the connection string.
        _source = new NpgsqlDataSourceBuilder(settings.ToString()) { Name = "ledger" }.Build();
    }

    /// <inheritdoc />
    public override string EngineName => "postgresql";

    /// <inheritdoc />
    public override string? FindTableOfDuplicate(DbException error) =>
        error is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } refusal ? refusal.TableName : null;

    /// <inheritdoc />
    public override async Task LockSchemaAsync(LedgerSession session)
    {
        await session.ExecuteAsync("SELECT pg_advisory_xact_lock(@SchemaLock)", new { SchemaLock });
        // A change of a table that waits for a backup to end holds up all who want to use the table after it.
        await session.ExecuteAsync("SET LOCAL lock_timeout = '5s'");
    }

    /// <inheritdoc />
    public override ValueTask DisposeAsync() => _source.DisposeAsync();

    /// <inheritdoc />
    protected override async ValueTask<DbConnection> TakeReaderAsync(CancellationToken cancellationToken) =>
        await _source.OpenConnectionAsync(cancellationToken);

    /// <inheritdoc />
    protected override ValueTask ReturnReaderAsync(DbConnection connection) => connection.DisposeAsync();

    /// <inheritdoc />
    protected override ValueTask<DbTransaction> BeginSnapshotAsync(DbConnection connection, CancellationToken cancellationToken) =>
        connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);

    /// <inheritdoc />
    protected override async ValueTask<DbConnection> TakeWriterAsync(CancellationToken cancellationToken) =>
        await _source.OpenConnectionAsync(cancellationToken);

    /// <inheritdoc />
    protected override ValueTask ReturnWriterAsync(DbConnection connection) => connection.DisposeAsync();
}
