using StretchChallenge.Domain;

namespace StretchChallenge.Storage.Accounts;

/// <summary>A row of <c>accounts</c>.</summary>
internal sealed class AccountRow
{
    public UserId Id { get; init; }

    public string? Email { get; init; }

    public string? NormalizedEmail { get; init; }

    public string DisplayName { get; init; } = "";

    public string ZoneId { get; init; } = "";

    public bool ShowName { get; init; }

    public string? PasswordHash { get; init; }

    public string SecurityStamp { get; init; } = "";

    public string ConcurrencyStamp { get; init; } = "";

    public DateTimeOffset? LockoutEnd { get; init; }

    public int AccessFailedCount { get; init; }

    public bool IsSiteAdministrator { get; init; }

    public AccountKind Kind { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public AccountRecord ToRecord() => new(
        Id,
        Email,
        NormalizedEmail,
        DisplayName,
        ZoneId,
        ShowName,
        PasswordHash,
        SecurityStamp,
        ConcurrencyStamp,
        LockoutEnd,
        AccessFailedCount,
        IsSiteAdministrator,
        Kind,
        CreatedAt);
}
