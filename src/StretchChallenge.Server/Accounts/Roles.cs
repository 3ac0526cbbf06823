using System.Collections.Immutable;
using StretchChallenge.Storage.Accounts;

namespace StretchChallenge.Server.Accounts;

/// <summary>What an account is beyond a participant of challenges.</summary>
public static class Roles
{
    /// <summary>Administers the site.</summary>
    public const string SiteAdministrator = "siteAdministrator";

    /// <summary>Visits the demo, without password.</summary>
    public const string Guest = "guest";

    /// <summary>The roles of an account; mostly none.</summary>
    public static ImmutableArray<string> Of(AccountRecord account) =>
    [
        .. account.IsSiteAdministrator ? [SiteAdministrator] : Array.Empty<string>(),
        .. account.Kind == AccountKind.Guest ? [Guest] : Array.Empty<string>(),
    ];
}
