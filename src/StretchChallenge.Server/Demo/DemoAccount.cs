using StretchChallenge.Domain;
using StretchChallenge.Storage.Accounts;

namespace StretchChallenge.Server.Demo;

/// <summary>Accounts of the demo, which have neither e-mail nor password.</summary>
internal static class DemoAccount
{
    /// <summary>A simulated colleague, or a guest.</summary>
    public static AccountRecord New(AccountKind kind, string name, string zoneId, bool showName, DateTimeOffset now) => new(
        new UserId(Guid.NewGuid().ToString("N")),
        Email: null,
        NormalizedEmail: null,
        name,
        zoneId,
        showName,
        PasswordHash: null,
        SecurityStamp: Guid.NewGuid().ToString("N"),
        ConcurrencyStamp: Guid.NewGuid().ToString("N"),
        LockoutEnd: null,
        AccessFailedCount: 0,
        IsSiteAdministrator: false,
        kind,
        now);
}
