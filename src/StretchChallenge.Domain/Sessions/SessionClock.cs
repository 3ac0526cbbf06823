namespace StretchChallenge.Domain.Sessions;

/// <summary>What a session's clock shows at an instant (rule 24). Times are milliseconds.</summary>
/// <param name="Phase">The phase.</param>
/// <param name="Step">The step by index; the number of steps once finished.</param>
/// <param name="Remaining">The rest of the step; 0 once finished.</param>
/// <param name="Elapsed">The time the timeline ran, without pauses and skipped time.</param>
public readonly record struct SessionClock(SessionPhase Phase, int Step, long Remaining, long Elapsed);
