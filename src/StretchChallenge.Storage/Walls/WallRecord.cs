using StretchChallenge.Domain;

namespace StretchChallenge.Storage.Walls;

/// <summary>A screen on a wall that shows a challenge to whoever passes by.</summary>
/// <param name="TokenHash">The hash of the secret in its address.</param>
/// <param name="ChallengeId">The challenge.</param>
/// <param name="CreatedAt">When it was set up.</param>
public sealed record WallRecord(string TokenHash, ChallengeId ChallengeId, DateTimeOffset CreatedAt);
