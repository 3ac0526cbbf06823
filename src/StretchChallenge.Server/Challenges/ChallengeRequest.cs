using System.Collections.Immutable;

namespace StretchChallenge.Server.Challenges;

/// <summary>A challenge to make.</summary>
/// <param name="Name">Its name, 1 to 80 characters.</param>
/// <param name="StartsOn">The first of its 56 days, from 7 days ago on.</param>
/// <param name="TimeZone">Its IANA zone.</param>
/// <param name="WorkDays">Its work pattern; Mon to Fri where left out.</param>
/// <param name="Holidays">Dates on which nobody is due.</param>
/// <param name="TeamThreshold">Percent of the due members who keep a team streak (rule 17); 70 where left out.</param>
public sealed record ChallengeRequest(
    string? Name,
    DateOnly? StartsOn,
    string? TimeZone,
    ImmutableArray<string>? WorkDays = null,
    ImmutableArray<DateOnly>? Holidays = null,
    int? TeamThreshold = null);
