namespace StretchChallenge.Domain.Calendars;

/// <summary>Whether a person may enter days off (rule 6).</summary>
public abstract record TimeOffDecision
{
    private TimeOffDecision()
    {
    }

    /// <summary>They may; the entry as it is to be kept.</summary>
    public sealed record Accepted(TimeOffEntry Entry) : TimeOffDecision;

    /// <summary>The range ends before it begins, or is longer than a year.</summary>
    public sealed record NoRange : TimeOffDecision;

    /// <summary>It reaches further back than <paramref name="Earliest" />.</summary>
    public sealed record TooFarBack(DateOnly Earliest) : TimeOffDecision;

    /// <summary>A challenge would have more back-dated days than it allows.</summary>
    public sealed record TooManyBackDated(int Days, int Allowed) : TimeOffDecision;

    /// <summary>A back-dated day lies in a challenge whose results are closed.</summary>
    public sealed record ChallengeClosed(DateOnly Date) : TimeOffDecision;
}
