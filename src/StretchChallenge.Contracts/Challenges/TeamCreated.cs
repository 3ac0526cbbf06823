
namespace StretchChallenge.Contracts.Challenges;

/// <summary>The id of a new team.</summary>
[GenerateSerializer, Immutable, Alias("TeamCreated")]
public sealed record TeamCreated(string Id);
