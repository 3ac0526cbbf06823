using System.Collections.Immutable;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Programme;

namespace StretchChallenge.Contracts.Challenges;

/// <summary>A challenge as a member sees it.</summary>
[GenerateSerializer, Immutable, Alias("ChallengeView")]
public sealed record ChallengeView(
    string Id,
    string Name,
    string Code,
    DateOnly StartsOn,
    DateOnly EndsOn,
    string TimeZone,
    ImmutableArray<string> WorkDays,
    ImmutableArray<DateOnly> Holidays,
    int TeamThreshold,
    bool OrganisersMakeTeams,
    ChallengeState State,
    ChallengeRole Role,
    int Participants,
    ImmutableArray<TeamView> Teams)
{
    /// <summary>The member's own team, where they have one.</summary>
    [Id(0)]
    public string? OwnTeam { get; init; }
}
