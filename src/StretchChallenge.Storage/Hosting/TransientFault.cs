using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace StretchChallenge.Storage.Hosting;

/// <summary>Recognises transient faults of the database, after which a retry may succeed.</summary>
public static class TransientFault
{
    // PostgreSQL's SQLSTATE prefix for "the server shuts down, crashed, or is starting".
    private const string OperatorIntervention = "57P";

    // PostgreSQL ended the transaction by idle_in_transaction_session_timeout.
    private const string IdleInTransaction = "25P03";

    private const int SqliteBusy = 5;
    private const int SqliteLocked = 6;

    /// <summary>
    /// Whether the exception, or one that it wraps, says that the database is unavailable at the moment: it restarts, cannot
    /// be reached, has no free connection, or ended an idle transaction. What was being written may have been committed.
    /// </summary>
    public static bool IsIn(Exception exception) => exception switch
    {
        PostgresException fault => fault.IsTransient
            || fault.SqlState.StartsWith(OperatorIntervention, StringComparison.Ordinal)
            || fault.SqlState == IdleInTransaction,
        SqliteException fault => fault.SqliteErrorCode is SqliteBusy or SqliteLocked,
        DbException { IsTransient: true } or DatabaseUnavailableException => true,
        { InnerException: { } inner } => IsIn(inner),
        _ => false,
    };
}

/// <summary>
/// The database is unavailable at the moment. Nodes send each other this exception in place of the driver's, which cannot
/// be serialised. What was being written may have been committed.
/// </summary>
public sealed class DatabaseUnavailableException : Exception
{
    /// <summary>The usual message.</summary>
    public DatabaseUnavailableException()
        : this("The database is unavailable at the moment.")
    {
    }

    /// <summary>What the driver said.</summary>
    public DatabaseUnavailableException(string message)
        : base(message)
    {
    }

    /// <summary>What the driver said, and the cause.</summary>
    public DatabaseUnavailableException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
