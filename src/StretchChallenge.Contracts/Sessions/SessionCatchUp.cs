using System.Collections.Immutable;

namespace StretchChallenge.Contracts.Sessions;

/// <summary>The steps of a finished session that somebody missed and may do alone (rule 25).</summary>
/// <param name="RoutineId">The routine.</param>
/// <param name="Steps">The steps by index, in their order.</param>
/// <param name="StepMs">The planned milliseconds of each of them.</param>
/// <param name="EndedAt">When the session ended.</param>
[GenerateSerializer, Immutable, Alias("SessionCatchUp")]
public sealed record SessionCatchUp(
    string RoutineId, ImmutableArray<int> Steps, ImmutableArray<long> StepMs, DateTimeOffset EndedAt);
