using System.Collections.Immutable;
using System.Data.Common;
using Dapper;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using StretchChallenge.Storage.Hosting;

namespace StretchChallenge.Storage.Database;

/// <summary>
/// The relational database. The differences between its two engines are in the derived classes only; the stores are written
/// once for both.
/// </summary>
/// <param name="place">The database's file, or its server and name, for the log.</param>
/// <param name="logger">The log.</param>
internal abstract class LedgerDatabase(string place, ILogger<LedgerDatabase>? logger) : IAsyncDisposable
{
    static LedgerDatabase() => LedgerTypeHandlers.Register();

    /// <summary>Whether it takes writes.</summary>
    public WriteAccess Writes { get; } = new(place, logger ?? NullLogger<LedgerDatabase>.Instance);

    /// <summary>The engine's name, as in the file names of migrations for this engine alone.</summary>
    public abstract string EngineName { get; }

    /// <summary>Runs one query.</summary>
    public async Task<T> ReadAsync<T>(Func<LedgerSession, Task<T>> query, CancellationToken cancellationToken)
    {
        await using var connection = await OpenReaderAsync(cancellationToken);
        return await query(new LedgerSession(connection, null, cancellationToken));
    }

    /// <summary>Runs several queries that all see the same state of the database.</summary>
    public async Task<T> ReadSnapshotAsync<T>(Func<LedgerSession, Task<T>> queries, CancellationToken cancellationToken)
    {
        await using var connection = await OpenReaderAsync(cancellationToken);
        await using var transaction = await BeginSnapshotAsync(connection, cancellationToken);
        return await queries(new LedgerSession(connection, transaction, cancellationToken));
    }

    /// <summary>Runs the work in one transaction: durable when this returns, rolled back when the work throws.</summary>
    /// <exception cref="DatabaseUnwritableException">The disk is full, or the database read-only; nothing was written.</exception>
    public async Task<T> WriteAsync<T>(Func<LedgerSession, Task<T>> work, CancellationToken cancellationToken)
    {
        try
        {
            var result = await RunAsync(work, cancellationToken);
            if (Writes.IsLost && HasRoom())
            {
                Writes.Regain();
            }

            return result;
        }
        catch (DbException fault) when (UnwritableDatabase.IsIn(fault))
        {
            var cause = UnwritableDatabase.CauseOf(fault);
            Writes.Lose(cause);
            throw new DatabaseUnwritableException($"The database cannot be written to: {cause}.", fault);
        }
    }

    /// <summary>
    /// Where the last write failed because nothing could be written, tries another one. A proxy sends no writes to a node that
    /// is not ready, so this is what finds out that they succeed again.
    /// </summary>
    /// <exception cref="DatabaseUnwritableException">It still cannot be written to.</exception>
    public async Task CheckWritesAsync(CancellationToken cancellationToken)
    {
        if (!Writes.IsLost)
        {
            return;
        }

        if (!HasRoom())
        {
            throw new DatabaseUnwritableException("The database cannot be written to: its disk is full.");
        }

        await WriteAsync(session => session.ExecuteAsync("UPDATE schema_migrations SET name = name"), cancellationToken);
    }

    /// <summary>Removes deleted rows from what the engine keeps beside its tables, as far as it can do so now.</summary>
    public virtual Task EraseDeletedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Makes <c>LOWER</c> of a connection's queries know the letters of all languages, where the engine's own knows ASCII alone.</summary>
    public virtual void FoldAllLetters(DbConnection connection)
    {
    }

    /// <summary>
    /// The SQL of a set of days: an aggregate over distinct dates that sets bit <c>n</c> for the date <c>n</c> days after the
    /// first, 0 to 63.
    /// </summary>
    public abstract string SetOfDays(string date, string first);

    /// <summary>The table whose unique or primary key the statement violated; null for any other error.</summary>
    public abstract string? FindTableOfDuplicate(DbException error);

    /// <summary>
    /// Holds the schema's lock, one for all processes, until the transaction ends. From then on the transaction waits only a
    /// few seconds for tables that are in use.
    /// </summary>
    public abstract Task LockSchemaAsync(LedgerSession session);

    /// <inheritdoc />
    public abstract ValueTask DisposeAsync();

    /// <summary>A pooled connection for reading; disposing it returns it to the pool.</summary>
    protected abstract Task<DbConnection> OpenReaderAsync(CancellationToken cancellationToken);

    /// <summary>A transaction in which all reads see the same state of the database.</summary>
    protected abstract ValueTask<DbTransaction> BeginSnapshotAsync(DbConnection connection, CancellationToken cancellationToken);

    /// <summary>The connection for one write transaction; waits for the caller's turn where the engine has one writer.</summary>
    protected abstract Task<DbConnection> TakeWriterAsync(CancellationToken cancellationToken);

    /// <summary>Ends the caller's turn, or returns the connection to the pool.</summary>
    /// <param name="connection">What the caller was given.</param>
    /// <param name="isSound">Whether the transaction was committed; otherwise the connection is not used again.</param>
    protected abstract ValueTask ReturnWriterAsync(DbConnection connection, bool isSound);

    /// <summary>Whether the disk has room for any write, as far as this process can see: on a full one, small writes still succeed now and then.</summary>
    protected virtual bool HasRoom() => true;

    /// <summary>Makes sure that a failed transaction can be rolled back without another error.</summary>
    protected abstract void PrepareRollback(DbConnection connection);

    private async Task<T> RunAsync<T>(Func<LedgerSession, Task<T>> work, CancellationToken cancellationToken)
    {
        var connection = await TakeWriterAsync(cancellationToken);
        var isSound = false;
        try
        {
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            try
            {
                var result = await work(new LedgerSession(connection, transaction, cancellationToken));
                await transaction.CommitAsync(cancellationToken);
                isSound = true;
                return result;
            }
            catch
            {
                PrepareRollback(connection);
                throw;
            }
        }
        finally
        {
            await ReturnWriterAsync(connection, isSound);
        }
    }
}

/// <summary>One connection, with its transaction if any, for the duration of one piece of work.</summary>
internal sealed class LedgerSession(DbConnection connection, DbTransaction? transaction, CancellationToken cancellationToken)
{
    /// <summary>The open connection.</summary>
    public DbConnection Connection => connection;

    /// <summary>Its transaction; null for a single read.</summary>
    public DbTransaction? Transaction => transaction;

    /// <summary>Cancels the work.</summary>
    public CancellationToken CancellationToken => cancellationToken;

    /// <summary>Runs a statement, once per element when the parameters are a list; returns the number of rows changed.</summary>
    public Task<int> ExecuteAsync(string sql, object? parameters = null) => connection.ExecuteAsync(Command(sql, parameters));

    /// <summary>Returns all rows.</summary>
    public async Task<ImmutableArray<T>> QueryAsync<T>(string sql, object? parameters = null) =>
        [.. await connection.QueryAsync<T>(Command(sql, parameters))];

    /// <summary>Returns the one row, or the default when there is none.</summary>
    public Task<T?> FindAsync<T>(string sql, object? parameters = null) =>
        connection.QuerySingleOrDefaultAsync<T>(Command(sql, parameters));

    /// <summary>Several queries in one round trip.</summary>
    public Task<SqlMapper.GridReader> QueryMultipleAsync(string sql, object? parameters = null) =>
        connection.QueryMultipleAsync(Command(sql, parameters));

    private CommandDefinition Command(string sql, object? parameters) =>
        new(sql, parameters, transaction, cancellationToken: cancellationToken);
}
