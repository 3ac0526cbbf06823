namespace StretchChallenge.Server.Catalogue.Exercises;

/// <summary>From how much to how much, both included.</summary>
public sealed record DoseRange(int Min, int Max);
