using StretchChallenge.Domain;

namespace StretchChallenge.Storage.Accounts;

/// <summary>An account: who somebody is, and how they sign in.</summary>
/// <param name="Id">The account.</param>
/// <param name="Email">As entered; null for demo people and guests.</param>
/// <param name="NormalizedEmail">Unique; null where there is no e-mail.</param>
/// <param name="DisplayName">The name shown to others.</param>
/// <param name="ZoneId">The IANA zone given at registration; later ones are zone changes.</param>
/// <param name="ShowName">Whether boards list the person by name (rule 21).</param>
/// <param name="PasswordHash">Null where the account cannot sign in by password.</param>
/// <param name="SecurityStamp">Changes with the credentials and ends the sessions before it.</param>
/// <param name="ConcurrencyStamp">Changes with every update.</param>
/// <param name="LockoutEnd">Until when sign-in is refused; null where it is not.</param>
/// <param name="AccessFailedCount">Failed tries since the last success.</param>
/// <param name="IsSiteAdministrator">Whether the person administers the site.</param>
/// <param name="Kind">A person, or one of the demo.</param>
/// <param name="CreatedAt">When it was made.</param>
public sealed record AccountRecord(
    UserId Id,
    string? Email,
    string? NormalizedEmail,
    string DisplayName,
    string ZoneId,
    bool ShowName,
    string? PasswordHash,
    string SecurityStamp,
    string ConcurrencyStamp,
    DateTimeOffset? LockoutEnd,
    int AccessFailedCount,
    bool IsSiteAdministrator,
    AccountKind Kind,
    DateTimeOffset CreatedAt);
