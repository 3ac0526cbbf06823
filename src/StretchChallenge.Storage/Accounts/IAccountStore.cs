using StretchChallenge.Domain;

namespace StretchChallenge.Storage.Accounts;

/// <summary>The accounts that sign-in rests on.</summary>
public interface IAccountStore
{
    /// <summary>
    /// Saves a new account. The very first person becomes the site's administrator, whatever the record says,
    /// in the same transaction: of any number at once, on any number of nodes, exactly one.
    /// </summary>
    /// <param name="account">The account; an administrator's mark in it is for people who are not the first.</param>
    /// <param name="mayBeFirst">Whether the caller may become the administrator if nobody registered before.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    Task<AccountCreation> CreateAsync(AccountRecord account, bool mayBeFirst, CancellationToken cancellationToken = default);

    /// <summary>The account of this id; null where there is none.</summary>
    Task<AccountRecord?> FindAsync(UserId user, CancellationToken cancellationToken = default);

    /// <summary>The account of this normalised e-mail; null where there is none.</summary>
    Task<AccountRecord?> FindByEmailAsync(string normalizedEmail, CancellationToken cancellationToken = default);

    /// <summary>Saves everything but id, zone, kind and creation, where the concurrency stamp is still the one given.</summary>
    /// <param name="account">The account with its new concurrency stamp.</param>
    /// <param name="readStamp">The concurrency stamp that was read.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    Task<AccountUpdate> UpdateAsync(AccountRecord account, string readStamp, CancellationToken cancellationToken = default);

    /// <summary>Whether the first person has registered.</summary>
    Task<bool> AnyPersonAsync(CancellationToken cancellationToken = default);
}
