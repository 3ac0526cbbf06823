namespace StretchChallenge.Domain.Teams;

/// <summary>
/// All that an organiser is told of what a member does: a word that is the same whatever days were due, so that nobody can
/// tell leave or illness from it.
/// </summary>
public enum MemberActivity
{
    /// <summary>Did nothing in the challenge so far.</summary>
    Never,

    /// <summary>Did something within the last 14 days.</summary>
    Lately,

    /// <summary>Did something, but not within the last 14 days.</summary>
    Quiet,
}

/// <summary>Tells a member's activity.</summary>
public static class MemberActivities
{
    /// <summary>The days, today included, within which somebody counts as active lately.</summary>
    public const int Days = 14;

    /// <summary>The first day that counts as lately.</summary>
    public static DateOnly LatelyFrom(DateOnly today) => today.AddDays(1 - Days);

    /// <summary>The activity of somebody who did something last on this date of the challenge; null for never.</summary>
    public static MemberActivity Of(DateOnly? lastDone, DateOnly today) =>
        lastDone is not { } last ? MemberActivity.Never
        : last >= LatelyFrom(today) ? MemberActivity.Lately
        : MemberActivity.Quiet;
}
