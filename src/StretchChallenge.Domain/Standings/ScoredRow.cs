namespace StretchChallenge.Domain.Standings;

/// <summary>A row still to be ranked; no score means no rank.</summary>
public readonly record struct ScoredRow(string Id, BoardScore? Score);
