namespace StretchChallenge.Server.Challenges;

/// <summary>A team to add, by its name of 1 to 40 characters.</summary>
public sealed record TeamRequest(string? Name);
