using System.Collections.Immutable;
using StretchChallenge.Contracts.Challenges;
using StretchChallenge.Contracts.Refusals;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Sessions;
using StretchChallenge.Server.Problems.Fields;

namespace StretchChallenge.Server.Challenges;

/// <summary>A challenge to create.</summary>
/// <param name="Name">Its name, 1 to 80 characters.</param>
/// <param name="StartsOn">The first of its 56 days; 7 days ago at the earliest.</param>
/// <param name="TimeZone">Its IANA time zone.</param>
/// <param name="WorkDays">Its work pattern; Mon to Fri if missing.</param>
/// <param name="Holidays">Dates on which nobody is due.</param>
/// <param name="TeamThreshold">Percent of the due members that continue a team's streak (rule 17); 70 if missing.</param>
public sealed record ChallengeRequest(
    string? Name,
    DateOnly? StartsOn,
    string? TimeZone,
    ImmutableArray<string>? WorkDays = null,
    ImmutableArray<DateOnly>? Holidays = null,
    int? TeamThreshold = null);

/// <summary>
/// A change of a challenge's settings. Fields that are missing are not changed; first day, zone and work days can be changed
/// until the challenge starts. <c>teamsBy</c> and <c>organisersMakeTeams</c> are one setting.
/// </summary>
public sealed record ChallengeChange(
    string? Name = null,
    ImmutableArray<DateOnly>? Holidays = null,
    int? TeamThreshold = null,
    bool? OrganisersMakeTeams = null,
    DateOnly? StartsOn = null,
    string? TimeZone = null,
    ImmutableArray<string>? WorkDays = null,
    SessionPlanning? Planning = null,
    TeamMaking? TeamsBy = null,
    LocalHours? WorkHours = null)
{
    /// <summary>
    /// The fields as the caller saw them before. A field that somebody else changed meanwhile is refused (409), not overwritten;
    /// holidays are merged date by date. Without it the fields are set whatever they are.
    /// </summary>
    public SettingsBefore? Before { get; init; }
}

/// <summary>Settings as somebody saw them before they changed them; only the changed fields are needed.</summary>
public sealed record SettingsBefore(
    string? Name = null,
    ImmutableArray<DateOnly>? Holidays = null,
    int? TeamThreshold = null,
    bool? OrganisersMakeTeams = null,
    DateOnly? StartsOn = null,
    string? TimeZone = null,
    ImmutableArray<string>? WorkDays = null,
    SessionPlanning? Planning = null,
    TeamMaking? TeamsBy = null,
    LocalHours? WorkHours = null);

/// <summary>Joining by invitation code; optionally a team, by name or id.</summary>
public sealed record JoinRequest(string? Code, string? Team = null);

/// <summary>A team to add, by its name of 1 to 40 characters.</summary>
public sealed record TeamRequest(string? Name);

/// <summary>A member's role; optionally a new team, by name or id.</summary>
public sealed record MemberRequest(ChallengeRole? Role, string? Team = null);

/// <summary>Rules for the fields of challenges and teams.</summary>
internal static class ChallengeFields
{
    /// <summary>The default of rule 17's threshold, in percent.</summary>
    public const int DefaultThreshold = 70;

    private const int LongestName = 80;
    /// <summary>The longest name of a team, in characters.</summary>
    public const int LongestTeamName = 40;
    private const int MostHolidays = 100;

    public static string ChallengeName(this FieldRules rules, string? name) => rules.Text("name", name, 1, LongestName);

    public static string TeamName(this FieldRules rules, string? name) => rules.Text("name", name, 1, LongestTeamName);

    public static ImmutableArray<DateOnly> Holidays(this FieldRules rules, ImmutableArray<DateOnly>? holidays)
    {
        var dates = holidays ?? [];
        rules.Check(dates.Length <= MostHolidays, FieldRefusals.TooManyDates("holidays", MostHolidays));
        return dates;
    }

    /// <summary>Whether organisers alone make teams, from the two ways to say it; null where neither is there.</summary>
    public static bool? TeamsByOrganisers(this FieldRules rules, TeamMaking? teamsBy, bool? organisersMakeTeams)
    {
        var said = teamsBy is { } by ? by == TeamMaking.Organisers : organisersMakeTeams;
        rules.Check(organisersMakeTeams is null || organisersMakeTeams == said, FieldRefusals.Contradiction("teamsBy", "organisersMakeTeams"));
        return said;
    }

    public static int Threshold(this FieldRules rules, int threshold)
    {
        rules.Check(threshold is >= 1 and <= 100, FieldRefusals.NotAWholeNumber("teamThreshold", 1, 100));
        return threshold;
    }
}
