using System.Collections.Immutable;

namespace StretchChallenge.Contracts.Challenges;

/// <summary>A change of a challenge's settings; what is null stays as it is.</summary>
[GenerateSerializer, Immutable, Alias("ChangeChallenge")]
public sealed record ChangeChallenge(
    string OrganiserId,
    string? Name,
    ImmutableArray<DateOnly>? Holidays,
    int? TeamThreshold,
    bool? OrganisersMakeTeams);
