using System.Collections.Immutable;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Calendars;

namespace StretchChallenge.Storage.Challenges;

/// <summary>A challenge and its settings.</summary>
/// <param name="Id">The challenge.</param>
/// <param name="Name">Its name.</param>
/// <param name="Code">Its invitation code, unique at any moment; compared exactly.</param>
/// <param name="StartsOn">The first day.</param>
/// <param name="EndsOn">The last day, included.</param>
/// <param name="ZoneId">The IANA zone in which team days are judged (rule 17).</param>
/// <param name="WorkDays">The team days, and the default pattern of its participants.</param>
/// <param name="Holidays">Dates on which nobody is due.</param>
/// <param name="TeamThreshold">Percent of the due members that carry a team day (rule 17): 1 to 100.</param>
/// <param name="OrganisersMakeTeams">Whether organisers alone may make teams.</param>
/// <param name="IsDemo">Whether it is the demo challenge.</param>
/// <param name="CreatedAt">When it was made.</param>
public sealed record ChallengeRecord(
    ChallengeId Id,
    string Name,
    string Code,
    DateOnly StartsOn,
    DateOnly EndsOn,
    string ZoneId,
    WorkDays WorkDays,
    ImmutableHashSet<DateOnly> Holidays,
    int TeamThreshold,
    bool OrganisersMakeTeams,
    bool IsDemo,
    DateTimeOffset CreatedAt);
