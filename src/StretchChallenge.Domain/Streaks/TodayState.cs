namespace StretchChallenge.Domain.Streaks;

/// <summary>What today is to a person.</summary>
public enum TodayState
{
    /// <summary>Nothing is due; outside the challenge too.</summary>
    Off,

    /// <summary>Due and not yet done (rule 7).</summary>
    Pending,

    /// <summary>Done, be it due or an off-day.</summary>
    Done,
}
