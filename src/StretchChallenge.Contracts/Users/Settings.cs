using System.Collections.Immutable;

namespace StretchChallenge.Contracts.Users;

/// <summary>A person's own settings.</summary>
/// <param name="TimeZone">The stored IANA zone; after a change the new one, even before it takes effect (rule 3).</param>
/// <param name="WorkDays">The work pattern as three-letter weekdays; null when the person follows that of each challenge (rule 10).</param>
/// <param name="TimeOff">The time off, oldest first.</param>
[GenerateSerializer, Immutable, Alias("PersonSettings")]
public sealed record PersonSettings(
    string TimeZone,
    ImmutableArray<string>? WorkDays,
    ImmutableArray<TimeOff> TimeOff);

/// <summary>A change of settings. Fields that are null are not changed.</summary>
[GenerateSerializer, Immutable, Alias("PersonSettingsChange")]
public sealed record PersonSettingsChange(string? TimeZone, ImmutableArray<string>? WorkDays);

/// <summary>Consecutive days off (rule 6), both dates included. Ranges that overlap or follow each other are one, under the id of the first.</summary>
[GenerateSerializer, Immutable, Alias("TimeOff")]
public sealed record TimeOff(string Id, DateOnly From, DateOnly To);

/// <summary>The days off that include those just entered.</summary>
/// <param name="Id">Their id.</param>
/// <param name="From">The first day off.</param>
/// <param name="To">The last day off.</param>
/// <param name="Merged">Whether they are more than what was entered, because it overlaps or follows earlier time off.</param>
[GenerateSerializer, Immutable, Alias("TimeOffAdded")]
public sealed record TimeOffAdded(string Id, DateOnly From, DateOnly To, bool Merged);
