using System.Collections.Immutable;
using StretchChallenge.Contracts.Users;
using StretchChallenge.Domain.Streaks;

namespace StretchChallenge.Server.Days.Runs;

/// <summary>A started routine, as its token carries it: the server keeps nothing of it, so a restart loses none.</summary>
/// <param name="Id">Unique: it completes once.</param>
/// <param name="RoutineId">The routine.</param>
/// <param name="Variant">The variant, where one was chosen.</param>
/// <param name="StartedAt">The server's clock at the start.</param>
/// <param name="StepSeconds">The planned time of each step.</param>
internal sealed record Run(string Id, string RoutineId, string? Variant, DateTimeOffset StartedAt, ImmutableArray<int> StepSeconds)
{
    /// <summary>The live break whose missed steps these are (rule 25); null for a routine of its own.</summary>
    public CaughtUpSession? CatchUp { get; init; }

    /// <summary>The planned time of all steps.</summary>
    public int PlannedSeconds => StepSeconds.Sum();

    /// <summary>From when on it can be completed with no step skipped (rule 11).</summary>
    public DateTimeOffset EarliestCompletion => new GuidedRun(StartedAt, PlannedSeconds).EarliestCompletion;
}
