using System.Collections.Immutable;

namespace StretchChallenge.Server.Accounts;

/// <summary>A change of the own account; what is left out or null stays as it is.</summary>
/// <param name="DisplayName">The name shown to others, 1 to 60 characters.</param>
/// <param name="TimeZone">The IANA time zone, from the next midnight of the old one on (rule 3).</param>
/// <param name="WorkDays">The own work pattern, out of <c>Mon</c> to <c>Sun</c>, from the following Monday on (rule 10).</param>
/// <param name="ShowName">Whether boards list the person by name (rule 21).</param>
public sealed record AccountChange(
    string? DisplayName = null,
    string? TimeZone = null,
    ImmutableArray<string>? WorkDays = null,
    bool? ShowName = null);
