using Microsoft.AspNetCore.Http.HttpResults;
using StretchChallenge.Contracts.Users;
using StretchChallenge.Domain;
using StretchChallenge.Server.Accounts.Identity;
using StretchChallenge.Server.Outcomes;
using StretchChallenge.Storage.Accounts;

namespace StretchChallenge.Server.Accounts;

/// <summary>The own account as its person sees and changes it: the name in the account, the calendar in the person's grain.</summary>
internal sealed class Profile(AccountManager accounts, IGrainFactory grains)
{
    /// <summary>The account; null where it is gone.</summary>
    public async Task<AccountView?> FindAsync(UserId person) =>
        await accounts.FindByIdAsync(person.Value) is { } account ? await ViewAsync(account.Record) : null;

    /// <summary>The account just read, with the person's settings.</summary>
    public async Task<AccountView> ViewAsync(AccountRecord account)
    {
        var settings = (await GrainOf(account.Id).GetSettingsAsync()).Value;
        return new AccountView(
            account.Id.Value,
            account.Email,
            account.DisplayName,
            settings?.TimeZone ?? account.ZoneId,
            Roles.Of(account),
            settings?.WorkDays,
            account.ShowName);
    }

    /// <summary>Makes a checked change: the calendar first, since the grain may refuse it, and then nothing is done.</summary>
    public async Task<ProblemHttpResult?> ChangeAsync(UserId person, AccountChange change)
    {
        if (change.TimeZone is not null || change.WorkDays is not null)
        {
            var outcome = await GrainOf(person).ChangeSettingsAsync(new PersonSettingsChange(change.TimeZone, change.WorkDays));
            if (outcome.Refusal is { } refusal)
            {
                return refusal.ToProblem();
            }
        }

        await ChangeNameAsync(person, change);
        return null;
    }

    private async Task ChangeNameAsync(UserId person, AccountChange change)
    {
        if ((change.DisplayName is not null || change.ShowName is not null)
            && await accounts.FindByIdAsync(person.Value) is { } account
            && await accounts.ChangeAsync(account, record => Apply(change, record)))
        {
            await GrainOf(person).ReloadAsync();
        }
    }

    private static AccountRecord Apply(AccountChange change, AccountRecord record) => record with
    {
        DisplayName = change.DisplayName ?? record.DisplayName,
        ShowName = change.ShowName ?? record.ShowName,
    };

    private IUserGrain GrainOf(UserId person) => grains.GetGrain<IUserGrain>(person.Value);
}
