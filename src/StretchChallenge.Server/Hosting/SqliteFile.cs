using StretchChallenge.Storage.Hosting;

namespace StretchChallenge.Server.Hosting;

/// <summary>The SQLite file that an administrator's command is about.</summary>
internal static class SqliteFile
{
    /// <summary>
    /// The full path: of the file named, as a path or as <c>Data Source=…</c>, else of the one that a server with these
    /// settings keeps its data in.
    /// </summary>
    /// <exception cref="ArgumentException">What is named is neither; the message says why.</exception>
    public static string Locate(string? named, LedgerOptions ledger, string contentRoot)
    {
        var connectionString = named is not null ? (named.Contains('=') ? named : $"Data Source={named}")
            : ledger.Provider == LedgerProvider.Sqlite ? ledger.ConnectionString
            : null;
        return new LedgerOptions(LedgerProvider.Sqlite, connectionString).LocateFile(contentRoot);
    }
}
