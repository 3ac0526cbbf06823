namespace StretchChallenge.Domain.Standings;

/// <summary>A listed person in their place: the ordinal in the <see cref="RankIndex" />, and the rank, null for none.</summary>
public readonly record struct RankedPerson(int Ordinal, int? Rank);
