using System.Collections.Immutable;
using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using StretchChallenge.Contracts.Refusals;
using StretchChallenge.Contracts.Users;
using StretchChallenge.Domain;
using StretchChallenge.Server.Accounts;
using StretchChallenge.Server.Hosting;
using StretchChallenge.Server.Ids;
using StretchChallenge.Server.Problems;
using StretchChallenge.Server.Problems.Fields;
using StretchChallenge.Storage.Accounts;
using StretchChallenge.Storage.Administration;
using StretchChallenge.Storage.Audit;

namespace StretchChallenge.Server.Administration;

/// <summary>An account as site administrators see it.</summary>
/// <param name="Id">The user id.</param>
/// <param name="Name">The name shown to others.</param>
/// <param name="Email">The address that the person signs in with.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="Disabled">Whether nobody can sign in with it.</param>
/// <param name="SiteAdministrator">Whether the person administers the site.</param>
/// <param name="Challenges">How many challenges the person is in, over ones included.</param>
public sealed record AdminAccountView(
    string Id, string Name, string? Email, DateTimeOffset CreatedAt, bool Disabled, bool SiteAdministrator, int Challenges);

/// <summary>The body of <c>PUT /api/admin/accounts/{id}</c>. Fields that are missing or null are not changed.</summary>
/// <param name="Disabled">Whether nobody can sign in with the account; true signs its owner out everywhere.</param>
/// <param name="SiteAdministrator">Whether the person administers the site.</param>
public sealed record AdminAccountChange(bool? Disabled = null, bool? SiteAdministrator = null);

/// <summary>A link with which somebody sets a new password.</summary>
/// <param name="Url">The secret address; it is shown only once.</param>
public sealed record ResetLink(Uri Url);

/// <summary>Finds and changes other people's accounts.</summary>
internal static class AccountEndpoints
{
    /// <summary>Answers <c>GET /api/admin/accounts</c>.</summary>
    public static async Task<Results<Ok<ImmutableArray<AdminAccountView>>, ProblemHttpResult>> ListAsync(
        string? q, string? after, IAdministrationStore store, CancellationToken cancellationToken)
    {
        var rules = new FieldRules();
        var search = rules.Search(q);
        if (rules.Refusal is { } refusal)
        {
            return refusal;
        }

        var last = after is null ? (UserId?)null : new UserId(after);
        var accounts = after is null || IdShape.Matches(after)
            ? await store.LoadAccountsAsync(search, last, AdministrationSetup.PageSize, cancellationToken)
            : null;
        return accounts is { } page
            ? TypedResults.Ok(page.Select(ToView).ToImmutableArray())
            : Problem.Of(AccountRefusals.UnknownPerson);
    }

    /// <summary>Answers <c>PUT /api/admin/accounts/{id}</c>.</summary>
    public static async Task<Results<Ok<AdminAccountView>, ProblemHttpResult>> ChangeAsync(
        string id,
        AdminAccountChange change,
        ClaimsPrincipal caller,
        IAdministrationStore store,
        SignIns signIns,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var user = new UserId(id);
        if (user == caller.Id() && change.Disabled == true)
        {
            return Problem.Of(AdministrationRefusals.OwnAccountStays.At("disabled"));
        }

        var end = signIns.NewEnd();
        var result = await store.ChangeAccountAsync(
            user, new AdministrativeChange(change.Disabled, change.SiteAdministrator), end, caller.Acting(time), cancellationToken);
        if (result == AccountAdministration.LastAdministrator)
        {
            return Problem.Of(AdministrationRefusals.LastAdministrator);
        }

        if (await store.FindAccountAsync(user, cancellationToken) is not { } account)
        {
            return Problem.Of(AccountRefusals.UnknownPerson);
        }

        if (change.Disabled == true)
        {
            await signIns.EndedAsync(user, end.SecurityStamp);
        }

        return TypedResults.Ok(ToView(account));
    }

    /// <summary>Answers <c>POST /api/admin/accounts/{id}/reset-link</c>.</summary>
    public static async Task<Results<Ok<ResetLink>, ProblemHttpResult>> CreateResetLinkAsync(
        string id, ClaimsPrincipal caller, IPasswordResetStore resets, PublicLinks links, HttpRequest request, TimeProvider time) =>
        await PasswordResets.CreateAsync(resets, new UserId(id), caller.Acting(time)) is { } secret
            ? TypedResults.Ok(new ResetLink(links.To(PasswordResets.PathOf(secret), request)))
            : Problem.Of(AccountRefusals.UnknownPerson);

    /// <summary>Answers <c>POST /api/admin/accounts/{id}/sign-out</c>.</summary>
    public static async Task<Results<NoContent, ProblemHttpResult>> SignOutAsync(
        string id, ClaimsPrincipal caller, IAdministrationStore store, SignIns signIns, TimeProvider time)
    {
        var (user, end) = (new UserId(id), signIns.NewEnd());
        if (!await store.SignOutAsync(user, end, caller.Acting(time)))
        {
            return Problem.Of(AccountRefusals.UnknownPerson);
        }

        await signIns.EndedAsync(user, end.SecurityStamp);
        return TypedResults.NoContent();
    }

    /// <summary>Answers <c>DELETE /api/admin/accounts/{id}</c>.</summary>
    public static async Task<Results<NoContent, ProblemHttpResult>> DeleteAsync(
        string id,
        ClaimsPrincipal caller,
        IAdministrationStore store,
        IAuditLog log,
        DeletedAccounts deleted,
        IGrainFactory grains,
        TimeProvider time)
    {
        var user = new UserId(id);
        if (user == caller.Id())
        {
            return Problem.Of(AdministrationRefusals.OwnAccountStays);
        }

        if (await store.FindAccountAsync(user, CancellationToken.None) is null)
        {
            return Problem.Of(AccountRefusals.UnknownPerson);
        }

        // Not cancelled with the request: it is done entirely, whether or not somebody waits for the answer.
        if (await grains.GetGrain<IUserGrain>(id).DeleteAccountAsync(CancellationToken.None) is { } refusal)
        {
            return Problem.Of(refusal == ChallengeRefusals.LastOrganiser ? AdministrationRefusals.OnlyOrganiser : refusal);
        }

        deleted.Add(user);
        var now = time.GetUtcNow();
        await log.AppendAsync(new AuditEntry(AuditEntry.NewId(now), null, now, caller.Id(), "accountDeleted", null, "{}"));
        return TypedResults.NoContent();
    }

    /// <summary>The caller as the audit log names them.</summary>
    public static AuditActor Acting(this ClaimsPrincipal caller, TimeProvider time) => new(caller.Id(), time.GetUtcNow());

    /// <summary>A text to search for; null for none.</summary>
    public static string? Search(this FieldRules rules, string? q)
    {
        rules.Check(q is not { Length: > AdministrationSetup.LongestSearch }, FieldRefusals.TooLong("q", AdministrationSetup.LongestSearch));
        // PostgreSQL takes no text with this character.
        return q?.Replace("\0", "", StringComparison.Ordinal);
    }

    private static AdminAccountView ToView(AdministeredAccount account) => new(
        account.Id.Value, account.Name, account.Email, account.CreatedAt, account.Disabled, account.SiteAdministrator, account.Challenges);
}
