using System.Collections.Immutable;

namespace StretchChallenge.Contracts.Challenges;

/// <summary>What a person with the code sees before they sign up.</summary>
[GenerateSerializer, Immutable, Alias("Invitation")]
public sealed record Invitation(string Name, DateOnly StartsOn, DateOnly EndsOn, ImmutableArray<TeamView> Teams);
