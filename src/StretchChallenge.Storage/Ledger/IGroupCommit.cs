namespace StretchChallenge.Storage.Ledger;

/// <summary>Writes many entries in one transaction.</summary>
internal interface IGroupCommit
{
    /// <summary>
    /// Commits all entries that fit, in their order, and returns what became of each. Where it throws, the
    /// transaction failed as a whole, and no entry may be called committed.
    /// </summary>
    Task<IReadOnlyList<LedgerResult>> CommitAsync(IReadOnlyList<LedgerEntry> entries);
}
