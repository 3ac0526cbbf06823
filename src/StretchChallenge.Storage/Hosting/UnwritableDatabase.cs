using Microsoft.Data.Sqlite;
using Npgsql;

namespace StretchChallenge.Storage.Hosting;

/// <summary>Recognises that the database cannot be written to: its disk is full, or it is read-only.</summary>
public static class UnwritableDatabase
{
    // SQLite's result codes READONLY, IOERR, FULL and CANTOPEN.
    private const int ReadOnly = 8;
    private const int InputOutput = 10;
    private const int Full = 13;
    private const int CannotOpen = 14;

    /// <summary>
    /// Whether the exception, or one that it wraps, says so. Nothing of the transaction was kept; the same may succeed once
    /// somebody has mended the disk.
    /// </summary>
    public static bool IsIn(Exception? exception) => exception switch
    {
        null => false,
        DatabaseUnwritableException => true,
        SqliteException fault => fault.SqliteErrorCode is ReadOnly or InputOutput or Full or CannotOpen,
        PostgresException fault => fault.SqlState
            is PostgresErrorCodes.ReadOnlySqlTransaction or PostgresErrorCodes.DiskFull or PostgresErrorCodes.IoError,
        _ => IsIn(exception.InnerException),
    };

    /// <summary>The cause in a few words, without a full stop.</summary>
    internal static string CauseOf(Exception exception) => exception switch
    {
        SqliteException { SqliteErrorCode: ReadOnly } => "its file, folder or disk is read-only",
        SqliteException { SqliteErrorCode: InputOutput } fault => $"its disk is full or damaged (SQLite error {fault.SqliteExtendedErrorCode})",
        SqliteException { SqliteErrorCode: Full } => "its disk is full",
        SqliteException { SqliteErrorCode: CannotOpen } => "its file cannot be opened: its folder is gone, read-only or full",
        PostgresException fault => fault.MessageText,
        _ => exception.Message,
    };
}

/// <summary>
/// The database cannot be written to at the moment, and nothing was. Nodes send each other this exception in place of the
/// driver's, which cannot be serialised.
/// </summary>
public sealed class DatabaseUnwritableException : Exception
{
    /// <summary>The usual message.</summary>
    public DatabaseUnwritableException()
        : this("The database cannot be written to at the moment.")
    {
    }

    /// <summary>Why not.</summary>
    public DatabaseUnwritableException(string message)
        : base(message)
    {
    }

    /// <summary>Why not, and the driver's exception.</summary>
    public DatabaseUnwritableException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
