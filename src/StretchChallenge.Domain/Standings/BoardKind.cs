namespace StretchChallenge.Domain.Standings;

/// <summary>The four boards of a challenge (rule 19).</summary>
public enum BoardKind
{
    /// <summary>Teams by current streak, then best, then points.</summary>
    TeamStreak,

    /// <summary>Teams by points, then current streak.</summary>
    TeamPoints,

    /// <summary>People by current streak, then best.</summary>
    PersonStreak,

    /// <summary>People by the share of due days done, then current streak: the default, fair to part-time work.</summary>
    PersonConsistency,
}
