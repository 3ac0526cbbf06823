namespace StretchChallenge.Server.Days.Runs;

/// <summary>A routine to start, in a variant; or what somebody missed of a live break.</summary>
/// <param name="RoutineId">The routine.</param>
/// <param name="Variant">The variant; left out, the first that the routine has.</param>
/// <param name="CatchUp">The id of a live break, instead of a routine: its missed steps (rule 25).</param>
public sealed record RunRequest(string? RoutineId = null, string? Variant = null, string? CatchUp = null);
