namespace StretchChallenge.Domain.Teams;

/// <summary>What a team day is to the team's streak, as seen at an instant (rule 17).</summary>
public enum TeamDayState
{
    /// <summary>Fewer than two were due: neither breaks nor extends.</summary>
    Neutral,

    /// <summary>The threshold is reached: extends the streak.</summary>
    Reached,

    /// <summary>Not reached, but it still can be.</summary>
    Pending,

    /// <summary>Not reached for good: breaks the streak.</summary>
    Missed,

    /// <summary>Still to come.</summary>
    Ahead,
}
