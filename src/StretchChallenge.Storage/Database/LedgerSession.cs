using System.Collections.Immutable;
using System.Data.Common;
using Dapper;

namespace StretchChallenge.Storage.Database;

/// <summary>One connection, in its transaction where it has one, for the time of one piece of work.</summary>
internal sealed class LedgerSession(DbConnection connection, DbTransaction? transaction, CancellationToken cancellationToken)
{
    /// <summary>The open connection.</summary>
    public DbConnection Connection => connection;

    /// <summary>Its transaction; null for a single read.</summary>
    public DbTransaction? Transaction => transaction;

    /// <summary>Stops the work.</summary>
    public CancellationToken CancellationToken => cancellationToken;

    /// <summary>Runs a statement, once for each element where the parameters are a list; returns the rows it changed.</summary>
    public Task<int> ExecuteAsync(string sql, object? parameters = null) => connection.ExecuteAsync(Command(sql, parameters));

    /// <summary>All rows.</summary>
    public async Task<ImmutableArray<T>> QueryAsync<T>(string sql, object? parameters = null) =>
        [.. await connection.QueryAsync<T>(Command(sql, parameters))];

    /// <summary>The one row, or the default where there is none.</summary>
    public Task<T?> FindAsync<T>(string sql, object? parameters = null) =>
        connection.QuerySingleOrDefaultAsync<T>(Command(sql, parameters));

    /// <summary>Several queries in one round trip.</summary>
    public Task<SqlMapper.GridReader> QueryMultipleAsync(string sql, object? parameters = null) =>
        connection.QueryMultipleAsync(Command(sql, parameters));

    private CommandDefinition Command(string sql, object? parameters) =>
        new(sql, parameters, transaction, cancellationToken: cancellationToken);
}
