namespace StretchChallenge.Server.SelfTests;

/// <summary>The straight-leg raise as it is entered: whole degrees from 0 to 120, one side or both.</summary>
public sealed record StraightLegRaiseRequest(decimal? Left = null, decimal? Right = null);
