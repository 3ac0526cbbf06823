using StretchChallenge.Domain;

namespace StretchChallenge.Storage.Challenges;

/// <summary>A team of one challenge.</summary>
/// <param name="Id">The team.</param>
/// <param name="ChallengeId">Its challenge.</param>
/// <param name="Name">Unique in the challenge, without regard to case.</param>
public sealed record TeamRecord(TeamId Id, ChallengeId ChallengeId, string Name);
