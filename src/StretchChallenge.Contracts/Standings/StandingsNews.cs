using System.Collections.Immutable;

namespace StretchChallenge.Contracts.Standings;

/// <summary>What one publishing of a challenge's boards brings to one server.</summary>
/// <param name="Boards">The changes of the boards that are watched there, at most one of each.</param>
/// <param name="Own">What is for one person alone who watches there; it goes out after the boards.</param>
[GenerateSerializer, Immutable, Alias("StandingsNews")]
public sealed record StandingsNews(ImmutableArray<StandingsChange> Boards, ImmutableArray<OwnRowChange> Own);
