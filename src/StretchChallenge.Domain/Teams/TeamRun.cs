namespace StretchChallenge.Domain.Teams;

/// <summary>A team's streak and points on their way through its days: what one more of them makes of them.</summary>
/// <param name="Streak">The days reached in a row so far.</param>
/// <param name="Best">The longest run so far.</param>
/// <param name="MicroPoints">The sum of all days so far.</param>
/// <param name="EarnedPoints">The part of it from days with somebody due.</param>
/// <param name="EarningDays">How many of those there were.</param>
internal readonly record struct TeamRun(int Streak, int Best, long MicroPoints, long EarnedPoints, int EarningDays)
{
    /// <summary>Before the first day.</summary>
    public static TeamRun Start => default;

    /// <summary>What a day with nobody due is worth: the average of the days with somebody due, rounded down (rule 16).</summary>
    public long AverageDay => EarningDays == 0 ? 0 : EarnedPoints / EarningDays;

    /// <summary>One step of the fold. Neutral, pending and coming days leave the streak as it is (rule 17).</summary>
    public TeamRun Take(TeamDay day)
    {
        var streak = day.State switch
        {
            TeamDayState.Reached => Streak + 1,
            TeamDayState.Missed => 0,
            _ => Streak,
        };
        var earns = day.Count.Due > 0;
        return new TeamRun(
            streak,
            Math.Max(Best, streak),
            MicroPoints + day.MicroPoints,
            EarnedPoints + (earns ? day.MicroPoints : 0),
            EarningDays + (earns ? 1 : 0));
    }
}
