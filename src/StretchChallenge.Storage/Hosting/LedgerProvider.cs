namespace StretchChallenge.Storage.Hosting;

/// <summary>Which database holds the ledger.</summary>
public enum LedgerProvider
{
    /// <summary>Embedded, one file: for a single machine.</summary>
    Sqlite,

    /// <summary>A PostgreSQL server: for a cluster.</summary>
    PostgreSql,
}
