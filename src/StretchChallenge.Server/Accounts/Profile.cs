using System.Collections.Immutable;
using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using StretchChallenge.Contracts.Refusals;
using StretchChallenge.Contracts.Users;
using StretchChallenge.Domain;
using StretchChallenge.Server.Accounts.Identity;
using StretchChallenge.Server.Problems;
using StretchChallenge.Server.Problems.Fields;
using StretchChallenge.Storage.Accounts;

namespace StretchChallenge.Server.Accounts;

/// <summary>An account as its owner sees it.</summary>
/// <param name="Id">The user id.</param>
/// <param name="Email">Null for guests.</param>
/// <param name="DisplayName">The name shown to others.</param>
/// <param name="TimeZone">The stored IANA time zone. After a change it is the new zone, even before that takes effect (rule 3).</param>
/// <param name="Roles"><c>siteAdministrator</c> or <c>guest</c>; usually empty.</param>
/// <param name="WorkDays">The person's work pattern; null if they follow that of each challenge (rule 10).</param>
/// <param name="ShowName">Whether boards list the person by name (rule 21).</param>
/// <param name="HasPassword">Whether the person can sign in by a password.</param>
public sealed record AccountView(
    string Id,
    string? Email,
    string DisplayName,
    string TimeZone,
    ImmutableArray<string> Roles,
    ImmutableArray<string>? WorkDays,
    bool ShowName,
    bool HasPassword);

/// <summary>The body of <c>PUT /api/account</c>. Fields that are missing or null are not changed.</summary>
/// <param name="DisplayName">The name shown to others, 1 to 60 characters.</param>
/// <param name="TimeZone">The IANA time zone, in effect from the next midnight of the old one (rule 3).</param>
/// <param name="WorkDays">The work pattern, weekdays from <c>Mon</c> to <c>Sun</c>, in effect from the following Monday (rule 10).</param>
/// <param name="ShowName">Whether boards list the person by name (rule 21).</param>
public sealed record AccountChange(
    string? DisplayName = null,
    string? TimeZone = null,
    ImmutableArray<string>? WorkDays = null,
    bool? ShowName = null);

/// <summary>Returns and changes the caller's account.</summary>
internal static class ProfileEndpoints
{
    /// <summary>Answers <c>GET /api/account</c>.</summary>
    public static async Task<Results<Ok<AccountView>, ProblemHttpResult>> GetAsync(
        ClaimsPrincipal caller, ProfileService profiles, CancellationToken cancellationToken) =>
        await profiles.FindAsync(caller.Id(), cancellationToken) is { } account
            ? TypedResults.Ok(account)
            : Problem.Of(RequestRefusals.NotSignedIn);

    /// <summary>Answers <c>PUT /api/account</c>.</summary>
    public static async Task<Results<Ok<AccountView>, ProblemHttpResult>> ChangeAsync(
        AccountChange change, ClaimsPrincipal caller, ProfileService profiles, CancellationToken cancellationToken)
    {
        var rules = new FieldRules();
        var checkedChange = Check(rules, change);
        return (rules.Refusal ?? await profiles.ChangeAsync(caller.Id(), checkedChange)) is { } refusal
            ? refusal
            : await GetAsync(caller, profiles, cancellationToken);
    }

    private static AccountChange Check(FieldRules rules, AccountChange change) => change with
    {
        DisplayName = change.DisplayName is { } name ? rules.Text("displayName", name, shortest: 1, RegistrationEndpoint.LongestName) : null,
        TimeZone = change.TimeZone is { } zone ? rules.TimeZone("timeZone", zone) : null,
        WorkDays = change.WorkDays is { IsDefault: false } days ? rules.WorkDays("workDays", days).Names : null,
    };
}

/// <summary>Joins an account's two parts: the names are in the account store, zone and work pattern in the user's grain.</summary>
internal sealed class ProfileService(IAccountStore store, AccountManager accounts, IGrainFactory grains)
{
    /// <summary>Returns the account; null if it does not exist any more.</summary>
    public async Task<AccountView?> FindAsync(UserId person, CancellationToken cancellationToken) =>
        await store.FindAsync(person, cancellationToken) is { } account ? await ToViewAsync(account, cancellationToken) : null;

    /// <summary>Adds the user's settings to a stored account.</summary>
    public async Task<AccountView> ToViewAsync(AccountRecord account, CancellationToken cancellationToken)
    {
        var settings = (await GrainOf(account.Id).GetSettingsAsync(cancellationToken)).Value;
        return new AccountView(
            account.Id.Value,
            account.Email,
            account.DisplayName,
            settings?.TimeZone ?? account.ZoneId,
            Roles.Of(account),
            settings?.WorkDays,
            account.ShowName,
            account.PasswordHash is not null);
    }

    /// <summary>
    /// Applies a validated change; returns the problem if the user's grain refuses it. The grain is asked first, so that
    /// a refusal leaves the account unchanged.
    /// </summary>
    public async Task<ProblemHttpResult?> ChangeAsync(UserId person, AccountChange change)
    {
        if (change.TimeZone is not null || change.WorkDays is not null)
        {
            var outcome = await GrainOf(person).ChangeSettingsAsync(new PersonSettingsChange(change.TimeZone, change.WorkDays));
            if (outcome.Refusal is { } refusal)
            {
                return Problem.Of(refusal);
            }
        }

        await ChangeNameAsync(person, change);
        return null;
    }

    private async Task ChangeNameAsync(UserId person, AccountChange change)
    {
        if ((change.DisplayName is not null || change.ShowName is not null)
            && await accounts.FindByIdAsync(person.Value) is { } account)
        {
            await accounts.ChangeAsync(account, record => Apply(change, record));
        }
    }

    private static AccountRecord Apply(AccountChange change, AccountRecord record) => record with
    {
        DisplayName = change.DisplayName ?? record.DisplayName,
        ShowName = change.ShowName ?? record.ShowName,
    };

    private IUserGrain GrainOf(UserId person) => grains.GetGrain<IUserGrain>(person.Value);
}
