using System.Collections.Immutable;
using System.Text.Json.Serialization;
using StretchChallenge.Domain.Programme;
using StretchChallenge.Domain.Sessions;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Teams;

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

    /// <summary>Of a closed challenge: when its results are final (rule 22); null before and after.</summary>
    [Id(20)]
    public DateTimeOffset? FinalAt { get; init; }

    /// <summary>Who may plan live breaks ahead.</summary>
    [Id(1)]
    public SessionPlanning Planning { get; init; }

    /// <summary>The hours in which people usually work; null where nobody said.</summary>
    [Id(2)]
    public LocalHours? WorkHours { get; init; }

    /// <summary>The same as <see cref="OrganisersMakeTeams" />, as a word.</summary>
    public TeamMaking TeamsBy => OrganisersMakeTeams ? TeamMaking.Organisers : TeamMaking.All;
}

/// <summary>Who may make teams.</summary>
public enum TeamMaking
{
    /// <summary>Every member.</summary>
    All,

    /// <summary>Organisers alone.</summary>
    Organisers,
}

/// <summary>A team in a challenge's list, with the number of its current members.</summary>
[GenerateSerializer, Immutable, Alias("TeamView")]
public sealed record TeamView(string Id, string Name, int Members)
{
    /// <summary>Its colour.</summary>
    [Id(0), JsonRequired]
    public TeamColour Colour { get; init; }
}

/// <summary>What a person who has the invitation code sees before they sign up.</summary>
[GenerateSerializer, Immutable, Alias("Invitation")]
public sealed record Invitation(string Name, DateOnly StartsOn, DateOnly EndsOn, string TimeZone, ImmutableArray<TeamView> Teams);
