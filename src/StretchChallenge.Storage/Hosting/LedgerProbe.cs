using StretchChallenge.Storage.Database;
using StretchChallenge.Storage.Ledger;

namespace StretchChallenge.Storage.Hosting;

/// <summary>Checks the ledger, for the readiness check.</summary>
public interface ILedgerProbe
{
    /// <summary>Completes when the database answers and accepts entries; throws otherwise.</summary>
    Task CheckAsync(CancellationToken cancellationToken = default);
}

/// <inheritdoc />
internal sealed class LedgerProbe(LedgerDatabase database, LedgerWriter writer) : ILedgerProbe
{
    /// <inheritdoc />
    public async Task CheckAsync(CancellationToken cancellationToken = default)
    {
        if (!writer.IsRunning)
        {
            throw new LedgerBusyException("The ledger's writer does not run.");
        }

        await database.CheckWritesAsync(cancellationToken);
        await database.ReadAsync(session => session.FindAsync<int>("SELECT MAX(number) FROM schema_migrations"), cancellationToken);
    }
}
