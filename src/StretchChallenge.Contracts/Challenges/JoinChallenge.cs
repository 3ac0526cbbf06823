
namespace StretchChallenge.Contracts.Challenges;

/// <summary>Joining with the code, and a team by name or id where one is chosen.</summary>
[GenerateSerializer, Immutable, Alias("JoinChallenge")]
public sealed record JoinChallenge(string UserId, string Code, string? Team);
