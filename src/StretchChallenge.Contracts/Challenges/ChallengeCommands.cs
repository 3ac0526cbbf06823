using System.Collections.Immutable;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Sessions;

namespace StretchChallenge.Contracts.Challenges;

/// <summary>A new challenge.</summary>
/// <param name="UserId">Who makes it.</param>
/// <param name="Name">Its name.</param>
/// <param name="StartsOn">The first of its 56 days.</param>
/// <param name="TimeZone">Its IANA zone.</param>
/// <param name="WorkDays">Its work pattern, three-letter weekdays.</param>
/// <param name="Holidays">Dates on which nobody is due.</param>
/// <param name="TeamThreshold">Percent of the due members needed for a team day (rule 17), 1 to 100.</param>
[GenerateSerializer, Immutable, Alias("CreateChallenge")]
public sealed record CreateChallenge(
    string UserId,
    string Name,
    DateOnly StartsOn,
    string TimeZone,
    ImmutableArray<string> WorkDays,
    ImmutableArray<DateOnly> Holidays,
    int TeamThreshold);

/// <summary>The new challenge and the code that invites to it.</summary>
[GenerateSerializer, Immutable, Alias("ChallengeCreated")]
public sealed record ChallengeCreated(string Id, string Code);

/// <summary>A change of a challenge's settings. Fields that are null are not changed.</summary>
[GenerateSerializer, Immutable, Alias("ChangeChallenge")]
public sealed record ChangeChallenge(
    string OrganiserId,
    string? Name,
    ImmutableArray<DateOnly>? Holidays,
    int? TeamThreshold,
    bool? OrganisersMakeTeams)
{
    /// <summary>The new first day; only before the challenge has started, as the two below.</summary>
    [Id(0)]
    public DateOnly? StartsOn { get; init; }

    /// <summary>The new IANA zone.</summary>
    [Id(1)]
    public string? TimeZone { get; init; }

    /// <summary>The new work pattern, three-letter weekdays.</summary>
    [Id(2)]
    public ImmutableArray<string>? WorkDays { get; init; }

    /// <summary>Whether anything is to change that is fixed once the challenge has started.</summary>
    public bool ChangesCalendar => StartsOn is not null || TimeZone is not null || WorkDays is not null;

    /// <summary>The fields that are to change, in camelCase.</summary>
    public ImmutableArray<string> ChangedFields =>
    [
        .. new (object? Value, string Field)[]
        {
            (Name, "name"), (Holidays, "holidays"), (TeamThreshold, "teamThreshold"), (OrganisersMakeTeams, "organisersMakeTeams"),
            (StartsOn, "startsOn"), (TimeZone, "timeZone"), (WorkDays, "workDays"), (Planning, "planning"),
            (WorkHours, "workHours"),
        }.Where(one => one.Value is not null).Select(one => one.Field),
    ];

    /// <summary>Who may plan live breaks ahead.</summary>
    [Id(3)]
    public SessionPlanning? Planning { get; init; }

    /// <summary>The hours in which people usually work.</summary>
    [Id(5)]
    public LocalHours? WorkHours { get; init; }

    /// <summary>
    /// What the organiser saw before: a field of it that meanwhile has another value is not overwritten, and holidays are merged
    /// date by date. Null to set the fields whatever they are.
    /// </summary>
    [Id(4)]
    public ChangeChallenge? Before { get; init; }
}

/// <summary>The hours in which people of a challenge usually work, as local times of its zone such as <c>08:00</c>.</summary>
/// <param name="From">When they begin.</param>
/// <param name="To">When they end, later than they begin.</param>
[GenerateSerializer, Immutable, Alias("LocalHours")]
public sealed record LocalHours(string? From, string? To);

/// <summary>Joins with the invitation code and, if one is chosen, a team by name or id.</summary>
[GenerateSerializer, Immutable, Alias("JoinChallenge")]
public sealed record JoinChallenge(string UserId, string Code, string? Team)
{
    /// <summary>The team for which an organiser invited them: it counts where they join for the first time and choose none.</summary>
    [Id(0)]
    public string? InvitedTeam { get; init; }
}

/// <summary>An organiser's change of a member.</summary>
/// <param name="OrganiserId">Who asks.</param>
/// <param name="UserId">The member.</param>
/// <param name="Role">The member's new role.</param>
/// <param name="Team">The member's new team by name or id; null to keep the current one.</param>
[GenerateSerializer, Immutable, Alias("SetMember")]
public sealed record SetMember(string OrganiserId, string UserId, ChallengeRole Role, string? Team);

/// <summary>The id of a new team.</summary>
[GenerateSerializer, Immutable, Alias("TeamCreated")]
public sealed record TeamCreated(string Id);
