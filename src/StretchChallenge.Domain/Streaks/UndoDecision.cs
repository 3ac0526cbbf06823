namespace StretchChallenge.Domain.Streaks;

/// <summary>Whether a credit may be taken back (rule 9).</summary>
public abstract record UndoDecision
{
    private UndoDecision()
    {
    }

    /// <summary>It may.</summary>
    public sealed record Allowed : UndoDecision;

    /// <summary>The day on which it could be taken back is over.</summary>
    public sealed record TooLate(DateOnly LastDay) : UndoDecision;
}
