
namespace StretchChallenge.Contracts.Standings;

/// <summary>A watcher's own row, or one of the five around it, changed.</summary>
/// <param name="UserId">The watcher.</param>
/// <param name="Change">Without rows, at the version there is, with the own row.</param>
[GenerateSerializer, Immutable, Alias("OwnRowChange")]
public sealed record OwnRowChange(string UserId, StandingsChange Change);
