using System.Collections.Immutable;
using StretchChallenge.Domain;

namespace StretchChallenge.Storage.Administration;

/// <summary>What site administrators see and do; every change is in the audit log, in the same transaction.</summary>
public interface IAdministrationStore
{
    /// <summary>Returns people, the newest first, without those of the demo.</summary>
    /// <param name="search">A part of the name or the e-mail, in any case; null for everybody.</param>
    /// <param name="after">The person before the first one wanted; null for the newest.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <returns>Null when there is no such person as <paramref name="after" /> (any more).</returns>
    Task<ImmutableArray<AdministeredAccount>?> LoadAccountsAsync(
        string? search, UserId? after, int most, CancellationToken cancellationToken = default);

    /// <summary>Returns one person; null when there is no such person.</summary>
    Task<AdministeredAccount?> FindAccountAsync(UserId user, CancellationToken cancellationToken = default);

    /// <summary>
    /// Disables or enables an account, and appoints or removes a site administrator. Disabling ends all sign-ins. One enabled
    /// administrator stays, also when several change each other at once.
    /// </summary>
    Task<AccountAdministration> ChangeAccountAsync(
        UserId user, AdministrativeChange change, SignInEnd end, AuditActor by, CancellationToken cancellationToken = default);

    /// <summary>Ends all sign-ins of a person; returns false when there is no such person.</summary>
    Task<bool> SignOutAsync(UserId user, SignInEnd end, AuditActor by, CancellationToken cancellationToken = default);

    /// <summary>Returns challenges, those that start last first, without the demo.</summary>
    /// <param name="search">A part of the name, in any case; null for all.</param>
    /// <param name="after">The challenge before the first one wanted; null for the first.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <returns>Null when there is no such challenge as <paramref name="after" /> (any more).</returns>
    Task<ImmutableArray<AdministeredChallenge>?> LoadChallengesAsync(
        string? search, ChallengeId? after, int most, CancellationToken cancellationToken = default);
}

/// <summary>An account as administrators see it.</summary>
/// <param name="Id">The account.</param>
/// <param name="Name">The name shown to others.</param>
/// <param name="Email">The e-mail.</param>
/// <param name="CreatedAt">When it was created.</param>
/// <param name="Disabled">Whether nobody can sign in with it.</param>
/// <param name="SiteAdministrator">Whether the person administers the site.</param>
/// <param name="Challenges">How many challenges the person is in now, over ones included.</param>
public sealed record AdministeredAccount(
    UserId Id, string Name, string? Email, DateTimeOffset CreatedAt, bool Disabled, bool SiteAdministrator, int Challenges);

/// <summary>What an administrator changes of an account; null leaves it as it is.</summary>
public sealed record AdministrativeChange(bool? Disabled, bool? SiteAdministrator);

/// <summary>What ends all sign-ins of a person.</summary>
/// <param name="SecurityStamp">The account's new one.</param>
/// <param name="CookiesExpireAt">When the last of their cookies expires.</param>
public sealed record SignInEnd(string SecurityStamp, DateTimeOffset CookiesExpireAt);

/// <summary>The result of a change of an account by an administrator.</summary>
public enum AccountAdministration
{
    /// <summary>The account is as wanted.</summary>
    Done,

    /// <summary>There is no such person.</summary>
    Unknown,

    /// <summary>Refused: nobody would administer the site.</summary>
    LastAdministrator,
}

/// <summary>A challenge as administrators see it.</summary>
/// <param name="Id">The challenge.</param>
/// <param name="Name">Its name.</param>
/// <param name="StartsOn">The first day.</param>
/// <param name="EndsOn">The last day, included.</param>
/// <param name="ZoneId">Its own IANA zone.</param>
/// <param name="CancelledAt">When it was cancelled; null where it was not.</param>
/// <param name="People">How many are in it now.</param>
/// <param name="Zones">The latest IANA zones of those people, each once: they decide when it closes (rule 22).</param>
public sealed record AdministeredChallenge(
    ChallengeId Id, string Name, DateOnly StartsOn, DateOnly EndsOn, string ZoneId, DateTimeOffset? CancelledAt, int People, ImmutableArray<string> Zones);
