namespace StretchChallenge.Domain.Programme;

/// <summary>Where a challenge stands in its life (rule 22).</summary>
public enum ChallengeState
{
    /// <summary>Being prepared; nobody can join.</summary>
    Draft,

    /// <summary>Open to join, not yet begun.</summary>
    Open,

    /// <summary>Its eight weeks, and the last graces after them.</summary>
    Running,

    /// <summary>Over; for 72 hours an organiser may make audited corrections.</summary>
    Closed,

    /// <summary>Over for good.</summary>
    Final,
}
