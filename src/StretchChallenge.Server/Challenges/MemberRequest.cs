using StretchChallenge.Domain;

namespace StretchChallenge.Server.Challenges;

/// <summary>A member's role, and their team by name or id where it changes.</summary>
public sealed record MemberRequest(ChallengeRole? Role, string? Team = null);
