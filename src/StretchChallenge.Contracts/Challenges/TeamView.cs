
namespace StretchChallenge.Contracts.Challenges;

/// <summary>A team in a challenge's list, with the number of its current members.</summary>
[GenerateSerializer, Immutable, Alias("TeamView")]
public sealed record TeamView(string Id, string Name, int Members);
