using System.Data.Common;
using StretchChallenge.Domain;
using StretchChallenge.Storage.Database;

namespace StretchChallenge.Storage.Accounts;

/// <summary>Accounts in the database.</summary>
internal sealed class AccountStore(LedgerDatabase database) : IAccountStore
{
    /// <inheritdoc />
    public Task<AccountCreation> CreateAsync(AccountRecord account, bool mayBeFirst, CancellationToken cancellationToken = default) =>
        database.WriteAsync(session => CreateAsync(session, account, mayBeFirst), cancellationToken);

    /// <inheritdoc />
    public Task<AccountRecord?> FindAsync(UserId user, CancellationToken cancellationToken = default) =>
        FindWhereAsync("id = @key", user.Value, cancellationToken);

    /// <inheritdoc />
    public Task<AccountRecord?> FindByEmailAsync(string normalizedEmail, CancellationToken cancellationToken = default) =>
        FindWhereAsync("normalized_email = @key", normalizedEmail, cancellationToken);

    /// <inheritdoc />
    public async Task<AccountUpdate> UpdateAsync(AccountRecord account, string readStamp, CancellationToken cancellationToken = default)
    {
        try
        {
            var updated = await database.WriteAsync(
                session => AccountTable.UpdateAsync(session, account, readStamp),
                cancellationToken);
            return updated ? AccountUpdate.Updated : AccountUpdate.Stale;
        }
        catch (DbException error) when (database.FindTableOfDuplicate(error) is not null)
        {
            return AccountUpdate.EmailTaken;
        }
    }

    /// <inheritdoc />
    public Task<bool> AnyPersonAsync(CancellationToken cancellationToken = default) =>
        database.ReadAsync(FirstPerson.ExistsAsync, cancellationToken);

    private static async Task<AccountCreation> CreateAsync(LedgerSession session, AccountRecord account, bool mayBeFirst)
    {
        if (account.Kind is not AccountKind.Person)
        {
            return await AccountTable.InsertAsync(session, account)
                ? new AccountCreation.Created(account.IsSiteAdministrator)
                : new AccountCreation.EmailTaken();
        }

        if (!mayBeFirst && !await FirstPerson.ExistsAsync(session))
        {
            return new AccountCreation.FirstAccountNeedsSetup();
        }

        if (!await AccountTable.InsertAsync(session, account))
        {
            return new AccountCreation.EmailTaken();
        }

        var isAdministrator = account.IsSiteAdministrator || await FirstPerson.ClaimAsync(session, account.Id);
        return new AccountCreation.Created(isAdministrator);
    }

    private async Task<AccountRecord?> FindWhereAsync(string condition, string key, CancellationToken cancellationToken)
    {
        var row = await database.ReadAsync(session => AccountTable.FindAsync(session, condition, key), cancellationToken);
        return row?.ToRecord();
    }
}
