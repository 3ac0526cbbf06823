namespace StretchChallenge.Domain.Sessions;

/// <summary>One step of a person's own routine on the room's timeline (rule 28). Times are milliseconds.</summary>
/// <param name="Step">The index of the step in their routine.</param>
/// <param name="GetReady">How long one has before it to get ready.</param>
/// <param name="Hold">How long it is done.</param>
public readonly record struct FittedStep(int Step, long GetReady, long Hold)
{
    /// <summary>The step's whole time.</summary>
    public long Length => GetReady + Hold;
}
