using System.Collections.Immutable;

namespace StretchChallenge.Contracts.Users;

/// <summary>A change of settings; what is null stays as it is.</summary>
[GenerateSerializer, Immutable, Alias("PersonSettingsChange")]
public sealed record PersonSettingsChange(string? TimeZone, ImmutableArray<string>? WorkDays);
