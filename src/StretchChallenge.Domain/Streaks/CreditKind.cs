namespace StretchChallenge.Domain.Streaks;

/// <summary>How a day was done (rules 11 to 13).</summary>
public enum CreditKind
{
    /// <summary>A guided run, completed (rule 11).</summary>
    Guided,

    /// <summary>A live group session (rule 12).</summary>
    Live,

    /// <summary>Reported afterwards (rules 5 and 13).</summary>
    SelfReported,
}
