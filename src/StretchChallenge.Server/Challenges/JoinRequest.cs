namespace StretchChallenge.Server.Challenges;

/// <summary>Joining by code, and a team by name or id where one is chosen.</summary>
public sealed record JoinRequest(string? Code, string? Team = null);
