using System.Data.Common;

namespace StretchChallenge.Storage.Database;

/// <summary>
/// The relational database that holds the facts. What its two engines do differently stands in the derived
/// classes and nowhere else; the stores are written once.
/// </summary>
internal abstract class LedgerDatabase : IAsyncDisposable
{
    static LedgerDatabase() => LedgerTypeHandlers.Register();

    /// <summary>The engine's name as it ends the name of a migration made for it alone.</summary>
    public abstract string EngineName { get; }

    /// <summary>Runs one query.</summary>
    public async Task<T> ReadAsync<T>(Func<LedgerSession, Task<T>> query, CancellationToken cancellationToken)
    {
        var connection = await TakeReaderAsync(cancellationToken);
        try
        {
            return await query(new LedgerSession(connection, null, cancellationToken));
        }
        finally
        {
            await ReturnReaderAsync(connection);
        }
    }

    /// <summary>Runs several queries that all see the same moment.</summary>
    public async Task<T> ReadSnapshotAsync<T>(Func<LedgerSession, Task<T>> queries, CancellationToken cancellationToken)
    {
        var connection = await TakeReaderAsync(cancellationToken);
        try
        {
            await using var transaction = await BeginSnapshotAsync(connection, cancellationToken);
            return await queries(new LedgerSession(connection, transaction, cancellationToken));
        }
        finally
        {
            await ReturnReaderAsync(connection);
        }
    }

    /// <summary>Runs the work in one transaction: durable once this returns, undone where the work throws.</summary>
    public async Task<T> WriteAsync<T>(Func<LedgerSession, Task<T>> work, CancellationToken cancellationToken)
    {
        var connection = await TakeWriterAsync(cancellationToken);
        try
        {
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            var result = await work(new LedgerSession(connection, transaction, cancellationToken));
            await transaction.CommitAsync(cancellationToken);
            return result;
        }
        finally
        {
            await ReturnWriterAsync(connection);
        }
    }

    /// <summary>The table whose unique or primary key refused the statement; null where the error is another.</summary>
    public abstract string? FindTableOfDuplicate(DbException error);

    /// <summary>
    /// Keeps every other process from migrating until the transaction ends, which from now on does not wait long for
    /// tables that somebody uses.
    /// </summary>
    public abstract Task LockSchemaAsync(LedgerSession session);

    /// <inheritdoc />
    public abstract ValueTask DisposeAsync();

    /// <summary>A connection for reading, which nobody else has meanwhile.</summary>
    protected abstract ValueTask<DbConnection> TakeReaderAsync(CancellationToken cancellationToken);

    /// <summary>Takes it back.</summary>
    protected abstract ValueTask ReturnReaderAsync(DbConnection connection);

    /// <summary>A transaction in which all reads see one moment.</summary>
    protected abstract ValueTask<DbTransaction> BeginSnapshotAsync(DbConnection connection, CancellationToken cancellationToken);

    /// <summary>A connection for writing, once it is this caller's turn.</summary>
    protected abstract ValueTask<DbConnection> TakeWriterAsync(CancellationToken cancellationToken);

    /// <summary>Ends the turn.</summary>
    protected abstract ValueTask ReturnWriterAsync(DbConnection connection);
}
