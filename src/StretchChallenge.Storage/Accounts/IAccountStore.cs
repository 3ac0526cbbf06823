using System.Collections.Immutable;
using StretchChallenge.Domain;

namespace StretchChallenge.Storage.Accounts;

/// <summary>User accounts.</summary>
public interface IAccountStore
{
    /// <summary>
    /// Saves a new account. The first person to register becomes the site's administrator in the same transaction, whatever
    /// the record says: exactly one, also when several register at once on several nodes.
    /// </summary>
    /// <param name="account">The account. <see cref="AccountRecord.IsSiteAdministrator" /> applies to those who are not the first.</param>
    /// <param name="mayBeFirst">Whether the account may become the administrator if nobody registered before.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    Task<AccountCreation> CreateAsync(AccountRecord account, bool mayBeFirst, CancellationToken cancellationToken = default);

    /// <summary>Returns the account with this id; null when there is none.</summary>
    Task<AccountRecord?> FindAsync(UserId user, CancellationToken cancellationToken = default);

    /// <summary>Returns the account with this normalised e-mail; null when there is none.</summary>
    Task<AccountRecord?> FindByEmailAsync(string normalizedEmail, CancellationToken cancellationToken = default);

    /// <summary>Saves everything but id, zone, kind and creation time, when the concurrency stamp is unchanged.</summary>
    /// <param name="account">The account with its new concurrency stamp.</param>
    /// <param name="readStamp">The concurrency stamp that was read before.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    Task<AccountUpdate> UpdateAsync(AccountRecord account, string readStamp, CancellationToken cancellationToken = default);

    /// <summary>Returns whether anybody has registered.</summary>
    Task<bool> AnyPersonAsync(CancellationToken cancellationToken = default);

    /// <summary>Returns the names of those of these people who have an account.</summary>
    Task<ImmutableDictionary<UserId, string>> LoadNamesAsync(
        IReadOnlyCollection<UserId> people, CancellationToken cancellationToken = default);
}

/// <summary>An account: who somebody is, and how they sign in.</summary>
/// <param name="Id">The account.</param>
/// <param name="Email">As entered; null for demo people and guests.</param>
/// <param name="NormalizedEmail">Unique; null when there is no e-mail.</param>
/// <param name="DisplayName">The name shown to others.</param>
/// <param name="ZoneId">The IANA zone given at registration; later ones are zone changes.</param>
/// <param name="ShowName">Whether boards list the person by name (rule 21).</param>
/// <param name="PasswordHash">Null when the account cannot sign in by password.</param>
/// <param name="SecurityStamp">Changes with the credentials, which ends earlier sign-ins.</param>
/// <param name="ConcurrencyStamp">Changes with every update.</param>
/// <param name="LockoutEnd">Kept for releases that locked accounts; this one does not.</param>
/// <param name="AccessFailedCount">Kept for releases that counted failed sign-ins here; this one does not.</param>
/// <param name="IsSiteAdministrator">Whether the person administers the site.</param>
/// <param name="Kind">A person, or an account of the demo.</param>
/// <param name="CreatedAt">When it was created.</param>
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
    DateTimeOffset CreatedAt)
{
    /// <summary>Whether an administrator disabled the account. Updates of the account leave this as it is.</summary>
    public bool IsDisabled { get; init; }
}

/// <summary>The kind of an account. Demo people and guests never count as people.</summary>
public enum AccountKind
{
    /// <summary>A registered person.</summary>
    Person,

    /// <summary>A simulated colleague of the demo challenge.</summary>
    Demo,

    /// <summary>A visitor of the demo challenge.</summary>
    Guest,
}

/// <summary>The result of creating an account.</summary>
public abstract record AccountCreation
{
    private AccountCreation()
    {
    }

    /// <summary>Saved.</summary>
    public sealed record Created(bool IsSiteAdministrator) : AccountCreation;

    /// <summary>Refused: another account has the e-mail.</summary>
    public sealed record EmailTaken : AccountCreation;

    /// <summary>Refused: it would be the first person, which the caller does not allow.</summary>
    public sealed record FirstAccountNeedsSetup : AccountCreation;
}

/// <summary>The result of updating an account.</summary>
public enum AccountUpdate
{
    /// <summary>Saved.</summary>
    Updated,

    /// <summary>Refused: the account changed since it was read, or no longer exists.</summary>
    Stale,

    /// <summary>Refused: another account has the e-mail.</summary>
    EmailTaken,
}
