namespace StretchChallenge.Domain.Teams;

/// <summary>What a member's day is to the team.</summary>
public enum MemberDay
{
    /// <summary>It does not count: not a member, not yet started, or nothing due.</summary>
    Off,

    /// <summary>Due and not done; a frozen day too (rule 4).</summary>
    Due,

    /// <summary>Due and done.</summary>
    Done,
}
