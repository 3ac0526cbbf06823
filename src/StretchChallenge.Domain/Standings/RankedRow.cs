namespace StretchChallenge.Domain.Standings;

/// <summary>A row in its place; null is no rank.</summary>
public readonly record struct RankedRow(string Id, int? Rank);
