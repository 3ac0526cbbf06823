namespace StretchChallenge.Server.Days.Runs;

/// <summary>A routine to start, in a variant.</summary>
public sealed record RunRequest(string? RoutineId, string? Variant = null);
