namespace StretchChallenge.Storage.Ledger;

/// <summary>What became of one entry of a batch: an outcome, or the error that this entry alone ran into.</summary>
internal readonly record struct LedgerResult(LedgerOutcome Outcome, Exception? Error = null);
