using StretchChallenge.Storage.Database;

namespace StretchChallenge.Storage.Ledger;

/// <summary>The statements of the hot path, as fast as each engine can take them.</summary>
internal interface ILedgerStatements
{
    /// <summary>Inserts all rows of the check-ins: commands, then completions, then credits.</summary>
    Task InsertAsync(LedgerSession session, IReadOnlyList<CheckInEntry> checkIns);

    /// <summary>Deletes the credits of the undos.</summary>
    Task DeleteAsync(LedgerSession session, IReadOnlyList<UndoEntry> undos);
}
