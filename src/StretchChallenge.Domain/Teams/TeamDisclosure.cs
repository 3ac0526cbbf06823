namespace StretchChallenge.Domain.Teams;

/// <summary>
/// What everybody in a challenge may see of a team today, so that nobody can tell who is off and who has not done it yet
/// (rule 21). It is also what the team is ranked by.
/// </summary>
/// <param name="MicroPoints">The team's points in micro-points; for a small team those with which today began.</param>
/// <param name="DoneToday">How many members are done today.</param>
/// <param name="NeededToday">How many more the team's goal needs today; null for a small team and on a neutral day.</param>
public readonly record struct TeamDisclosure(long MicroPoints, int DoneToday, int? NeededToday)
{
    /// <summary>What may be seen of a standing.</summary>
    /// <param name="now">The standing now.</param>
    /// <param name="beforeToday">The standing at the end of yesterday, in the challenge's zone.</param>
    /// <param name="thresholdPercent">The team's goal in percent of the due members (rule 17).</param>
    public static TeamDisclosure Of(TeamStanding now, TeamStanding beforeToday, int thresholdPercent) => new(
        now.IsSmall ? beforeToday.MicroPoints : now.MicroPoints,
        now.Today.Done,
        now.IsSmall || now.Today.IsNeutral ? null : now.Today.Needed(thresholdPercent));
}
