using Microsoft.AspNetCore.Identity;
using StretchChallenge.Domain;
using StretchChallenge.Server.Accounts.Identity;
using StretchChallenge.Storage.Accounts;

namespace StretchChallenge.Server.Accounts;

/// <summary>Makes new accounts.</summary>
internal sealed class Registration(
    IAccountStore accounts,
    IPasswordHasher<Account> hasher,
    ILookupNormalizer normalizer,
    TimeProvider time)
{
    /// <summary>Makes an account of a person, or tells why not.</summary>
    /// <param name="newcomer">What the person entered, checked.</param>
    /// <param name="mayBeFirst">Whether the person may become the site's administrator, if nobody registered before.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<RegistrationOutcome> RegisterAsync(Newcomer newcomer, bool mayBeFirst, CancellationToken cancellationToken)
    {
        var account = new Account(Draft(newcomer));
        account.Record = account.Record with { PasswordHash = hasher.HashPassword(account, newcomer.Password) };
        var creation = await accounts.CreateAsync(account.Record, mayBeFirst, cancellationToken);
        return creation is AccountCreation.Created created
            ? new RegistrationOutcome(creation, account.Record with { IsSiteAdministrator = created.IsSiteAdministrator })
            : new RegistrationOutcome(creation, null);
    }

    private AccountRecord Draft(Newcomer newcomer) => new(
        new UserId(Guid.NewGuid().ToString("N")),
        newcomer.Email,
        normalizer.NormalizeName(newcomer.Email),
        newcomer.DisplayName,
        newcomer.TimeZone,
        ShowName: false,
        PasswordHash: null,
        SecurityStamp: Guid.NewGuid().ToString("N"),
        ConcurrencyStamp: Guid.NewGuid().ToString("N"),
        LockoutEnd: null,
        AccessFailedCount: 0,
        IsSiteAdministrator: false,
        AccountKind.Person,
        time.GetUtcNow());
}
