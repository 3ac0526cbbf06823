using System.Collections.Immutable;

namespace StretchChallenge.Server.Challenges;

/// <summary>A change of a challenge's settings; what is left out stays as it is.</summary>
public sealed record ChallengeChange(
    string? Name = null,
    ImmutableArray<DateOnly>? Holidays = null,
    int? TeamThreshold = null,
    bool? OrganisersMakeTeams = null);
