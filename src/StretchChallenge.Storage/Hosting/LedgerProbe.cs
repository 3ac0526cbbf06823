using StretchChallenge.Storage.Database;
using StretchChallenge.Storage.Ledger;

namespace StretchChallenge.Storage.Hosting;

/// <summary>Asks the database for its schema, and the writer whether it runs.</summary>
internal sealed class LedgerProbe(LedgerDatabase database, LedgerWriter writer) : ILedgerProbe
{
    /// <inheritdoc />
    public async Task CheckAsync(CancellationToken cancellationToken = default)
    {
        if (!writer.IsRunning)
        {
            throw new LedgerBusyException("The ledger's writer does not run.");
        }

        await database.ReadAsync(session => session.FindAsync<int>("SELECT MAX(number) FROM schema_migrations"), cancellationToken);
    }
}
