namespace StretchChallenge.Domain.Streaks;

/// <summary>What a day of the challenge is to a person, as seen at an instant.</summary>
public enum DayState
{
    /// <summary>An off-day: neither breaks nor extends a streak (rule 2); also one still to come.</summary>
    Off,

    /// <summary>It has a credit; off-days too can be done.</summary>
    Done,

    /// <summary>A due day not done that can still be done or reported (rules 5 and 7).</summary>
    Pending,

    /// <summary>A due day missed for good that a freeze protected (rule 4).</summary>
    Frozen,

    /// <summary>A due day missed for good.</summary>
    Missed,

    /// <summary>A due day still to come.</summary>
    Ahead,
}
