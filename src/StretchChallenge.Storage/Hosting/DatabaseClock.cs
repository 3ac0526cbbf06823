using StretchChallenge.Storage.Database;

namespace StretchChallenge.Storage.Hosting;

/// <summary>The clock of the database's server, which all nodes of a cluster can compare theirs with.</summary>
public interface IDatabaseClock
{
    /// <summary>Reads it; null for a database in a file, which has no clock of its own.</summary>
    Task<DateTimeOffset?> ReadAsync(CancellationToken cancellationToken = default);
}

/// <inheritdoc />
internal sealed class DatabaseClock(LedgerDatabase database) : IDatabaseClock
{
    /// <inheritdoc />
    public async Task<DateTimeOffset?> ReadAsync(CancellationToken cancellationToken = default) =>
        database is PostgreSqlDatabase
            ? await database.ReadAsync(session => session.FindAsync<DateTimeOffset>("SELECT clock_timestamp()"), cancellationToken)
            : null;
}
