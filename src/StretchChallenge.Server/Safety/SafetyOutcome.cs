namespace StretchChallenge.Server.Safety;

/// <summary>What became of a change of the safety answer.</summary>
internal enum SafetyOutcome
{
    /// <summary>It is stored.</summary>
    Changed,

    /// <summary>There is an answer that cannot be read any more, and the change holds no new one. Nothing was done.</summary>
    Unreadable,

    /// <summary>The account is gone. Nothing was done.</summary>
    NoAccount,
}
