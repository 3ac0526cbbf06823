namespace StretchChallenge.Domain.Teams;

/// <summary>How many members were due on a day, and how many of them did it.</summary>
public readonly record struct TeamCount(int Done, int Due)
{
    /// <summary>100 points, what a day is worth that everybody did, in micro-points.</summary>
    public const long FullDay = 100_000_000;

    private const int FewestDue = 2;

    /// <summary>Whether too few were due for the day to count in the team streak (rule 17).</summary>
    public bool IsNeutral => Due < FewestDue;

    /// <summary>The day's points in micro-points, rounded down; 0 where nobody was due (rule 16).</summary>
    public long MicroPoints => Due == 0 ? 0 : FullDay * Done / Due;

    /// <summary>Whether enough did it: the threshold in percent, rounded up to whole people (rule 17).</summary>
    public bool Reaches(int thresholdPercent) => Done >= ((Due * thresholdPercent) + 99) / 100;
}
