using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace StretchChallenge.Storage.Hosting;

/// <summary>Tells the database's passing faults, which a later try overcomes, from those that stay.</summary>
public static class PassingFault
{
    // PostgreSQL's class 57 begins with these: the server shuts down, crashed, or is starting.
    private const string Intervention = "57P";

    // PostgreSQL's idle_in_transaction_session_timeout.
    private const string StoodStill = "25P03";

    private const int SqliteBusy = 5;
    private const int SqliteLocked = 6;

    /// <summary>
    /// Whether the exception, or one that it wraps, says that the database cannot serve at the moment: it restarts, is
    /// not reached, has no connection free, or gave up a transaction that stood still. What was being written may have
    /// been written all the same.
    /// </summary>
    public static bool IsIn(Exception exception) => exception switch
    {
        PostgresException fault => fault.IsTransient
            || fault.SqlState.StartsWith(Intervention, StringComparison.Ordinal)
            || fault.SqlState == StoodStill,
        SqliteException fault => fault.SqliteErrorCode is SqliteBusy or SqliteLocked,
        DbException { IsTransient: true } or LedgerAbsentException => true,
        { InnerException: { } inner } => IsIn(inner),
        _ => false,
    };
}
