
namespace StretchChallenge.Contracts.Users;

/// <summary>Due days up to today, and how many of them are done.</summary>
[GenerateSerializer, Immutable, Alias("ProgressRing")]
public sealed record ProgressRing(int Due, int Done);
