namespace StretchChallenge.Storage.Ledger;

/// <summary>
/// Commits check-ins and undos durably, many in one transaction (group commit). One for each process; calls
/// may come from any thread and are committed in the order in which they were made.
/// </summary>
/// <remarks>
/// A call returns after the commit that holds its rows. A cancelled caller stops waiting; what it entered is
/// committed all the same. When a call throws anything but <see cref="LedgerBusyException" />, whether its rows
/// are in the ledger is unknown: load again before going on.
/// </remarks>
public interface ILedgerWriter
{
    /// <summary>Writes all rows of the check-in, or none and the reason.</summary>
    /// <exception cref="LedgerBusyException">The queue is full or closed; nothing was written.</exception>
    Task<LedgerOutcome> CommitAsync(CheckInEntry entry, CancellationToken cancellationToken = default);

    /// <summary>Takes the credit of a date back; its completions and commands stay (rule 9). Harmless where there is none.</summary>
    /// <exception cref="LedgerBusyException">The queue is full or closed; nothing was written.</exception>
    Task CommitAsync(UndoEntry entry, CancellationToken cancellationToken = default);
}
