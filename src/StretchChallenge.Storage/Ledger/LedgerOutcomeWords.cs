namespace StretchChallenge.Storage.Ledger;

/// <summary>Outcomes as figures and spans name them.</summary>
internal static class LedgerOutcomeWords
{
    /// <summary>The outcome's word.</summary>
    public static string Word(this LedgerOutcome outcome) => outcome switch
    {
        LedgerOutcome.Committed => "committed",
        LedgerOutcome.CommandExists => "command-exists",
        LedgerOutcome.RunExists => "run-exists",
        LedgerOutcome.DayExists => "day-exists",
    };
}
