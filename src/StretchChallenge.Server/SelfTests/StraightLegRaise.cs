namespace StretchChallenge.Server.SelfTests;

/// <summary>The straight-leg raise, in whole degrees from 0 to 120; null where a side was not measured.</summary>
public sealed record StraightLegRaise(int? Left, int? Right);
