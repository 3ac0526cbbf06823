using System.Collections.Immutable;

namespace StretchChallenge.Server.Accounts;

/// <summary>The own account.</summary>
/// <param name="Id">The person.</param>
/// <param name="Email">Null for guests.</param>
/// <param name="DisplayName">The name shown to others.</param>
/// <param name="TimeZone">The stored IANA time zone; after a change, the one that will hold (rule 3).</param>
/// <param name="Roles"><c>siteAdministrator</c>, <c>guest</c>, or none.</param>
/// <param name="WorkDays">The own work pattern; null where each challenge's own holds (rule 10).</param>
/// <param name="ShowName">Whether boards list the person by name (rule 21).</param>
public sealed record AccountView(
    string Id,
    string? Email,
    string DisplayName,
    string TimeZone,
    ImmutableArray<string> Roles,
    ImmutableArray<string>? WorkDays,
    bool ShowName);
