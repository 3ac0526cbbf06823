
namespace StretchChallenge.Contracts.Challenges;

/// <summary>The new challenge and the code that invites to it.</summary>
[GenerateSerializer, Immutable, Alias("ChallengeCreated")]
public sealed record ChallengeCreated(string Id, string Code);
