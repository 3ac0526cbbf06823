using System.Collections.Immutable;

namespace StretchChallenge.Contracts.Users;

/// <summary>A person's own settings.</summary>
/// <param name="TimeZone">The stored IANA zone; after a change, the one that will hold (rule 3).</param>
/// <param name="WorkDays">The work pattern as three-letter weekdays; null where each challenge's own holds (rule 10).</param>
/// <param name="TimeOff">The time off entered, oldest first.</param>
[GenerateSerializer, Immutable, Alias("PersonSettings")]
public sealed record PersonSettings(
    string TimeZone,
    ImmutableArray<string>? WorkDays,
    ImmutableArray<TimeOff> TimeOff);
