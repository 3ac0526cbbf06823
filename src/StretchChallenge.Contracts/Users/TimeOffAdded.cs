
namespace StretchChallenge.Contracts.Users;

/// <summary>The id of time off just entered.</summary>
[GenerateSerializer, Immutable, Alias("TimeOffAdded")]
public sealed record TimeOffAdded(string Id);
