
namespace StretchChallenge.Contracts.Users;

/// <summary>Time off entered (rule 6), both dates included.</summary>
[GenerateSerializer, Immutable, Alias("TimeOff")]
public sealed record TimeOff(string Id, DateOnly From, DateOnly To);
