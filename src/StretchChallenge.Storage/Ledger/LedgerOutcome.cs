namespace StretchChallenge.Storage.Ledger;

/// <summary>What became of a check-in; where several reasons refuse it, the first one here is told.</summary>
public enum LedgerOutcome
{
    /// <summary>All rows are durable.</summary>
    Committed,

    /// <summary>Refused: the person has a command of this id already.</summary>
    CommandExists,

    /// <summary>Refused: the run was completed already (rule 11).</summary>
    RunExists,

    /// <summary>Refused: the date has its credit already (rule 1).</summary>
    DayExists,
}
