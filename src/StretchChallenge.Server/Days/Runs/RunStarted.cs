using System.Collections.Immutable;
using StretchChallenge.Server.Catalogue.Routines;

namespace StretchChallenge.Server.Days.Runs;

/// <summary>A started routine.</summary>
/// <param name="Run">The token that completes it, once; only for the person who started it.</param>
/// <param name="RoutineId">The routine: with a disc injury the gentle one of the variant, whichever was asked for.</param>
/// <param name="Steps">Its steps.</param>
/// <param name="PlannedSeconds">Its planned time.</param>
/// <param name="EarliestCompletion">From when on it can be completed, with no step skipped (rule 11).</param>
public sealed record RunStarted(
    string Run,
    string RoutineId,
    ImmutableArray<RoutineStepDetails> Steps,
    int PlannedSeconds,
    DateTimeOffset EarliestCompletion);
