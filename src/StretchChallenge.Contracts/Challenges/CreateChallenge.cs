using System.Collections.Immutable;

namespace StretchChallenge.Contracts.Challenges;

/// <summary>A new challenge.</summary>
/// <param name="UserId">Who makes it.</param>
/// <param name="Name">Its name.</param>
/// <param name="StartsOn">The first of its 56 days.</param>
/// <param name="TimeZone">Its IANA zone.</param>
/// <param name="WorkDays">Its work pattern, three-letter weekdays.</param>
/// <param name="Holidays">Dates on which nobody is due.</param>
/// <param name="TeamThreshold">Percent of the due members who keep a team streak (rule 17), 1 to 100.</param>
[GenerateSerializer, Immutable, Alias("CreateChallenge")]
public sealed record CreateChallenge(
    string UserId,
    string Name,
    DateOnly StartsOn,
    string TimeZone,
    ImmutableArray<string> WorkDays,
    ImmutableArray<DateOnly> Holidays,
    int TeamThreshold);
