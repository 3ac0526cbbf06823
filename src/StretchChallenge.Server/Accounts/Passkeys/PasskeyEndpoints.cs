using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using StretchChallenge.Contracts.Refusals;
using StretchChallenge.Server.Accounts.Identity;
using StretchChallenge.Server.Problems;
using StretchChallenge.Server.Problems.Fields;
using StretchChallenge.Storage.Accounts;

namespace StretchChallenge.Server.Accounts.Passkeys;

/// <summary>A passkey of the caller.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">What the caller calls it.</param>
/// <param name="CreatedAt">When it was added.</param>
/// <param name="LastUsedAt">When the caller last signed in by it; null where never.</param>
/// <param name="Synced">Whether it is on several devices, as of its last use.</param>
public sealed record PasskeyView(string Id, string Name, DateTimeOffset CreatedAt, DateTimeOffset? LastUsedAt, bool Synced);

/// <summary>The body of <c>POST /api/account/passkeys</c>.</summary>
/// <param name="Name">What to call it, 1 to 60 characters.</param>
/// <param name="Passkey">The authenticator's answer.</param>
public sealed record PasskeyAdditionRequest(string? Name, PasskeyAnswer? Passkey);

/// <summary>Makes, uses, lists and removes passkeys.</summary>
internal static class PasskeyEndpoints
{
    /// <summary>Answers <c>POST /api/account/register/passkey</c>: what is wrong with the rest is said before the passkey is made.</summary>
    public static async Task<Results<Ok<PasskeyCeremony>, ProblemHttpResult>> BeginRegistrationAsync(
        RegisterRequest request,
        HttpContext context,
        SetupCode setupCode,
        SetupCodePolicy policy,
        RegistrationAdmission admission,
        IAccountStore accounts,
        AccountManager manager,
        PasskeyCeremonies ceremonies)
    {
        var rules = new FieldRules();
        var details = RegistrationEndpoint.Check(rules, request, needsPassword: false);
        if (rules.Refusal is { } refusal)
        {
            return refusal;
        }

        if (await admission.FindRefusalAsync(details.Email, request.Invitation, context.RequestAborted) is { } notAdmitted)
        {
            return Problem.Of(notAdmitted);
        }

        if (policy.NeedsCode && !setupCode.Matches(request.SetupCode) && !await accounts.AnyPersonAsync(context.RequestAborted))
        {
            return Problem.Of(RegistrationEndpoint.SetupCodeRefusal(request.SetupCode));
        }

        return await manager.FindByTypedEmailAsync(details.Email) is null
            ? TypedResults.Ok(await ceremonies.BeginRegistrationAsync(RegistrationService.NewId(), details.Email, details.DisplayName, context))
            : Problem.Of(AccountRefusals.EmailTaken);
    }

    /// <summary>Answers <c>POST /api/account/login/passkey/options</c>.</summary>
    public static async Task<Ok<PasskeyCeremony>> BeginSignInAsync(HttpContext context, PasskeyCeremonies ceremonies) =>
        TypedResults.Ok(await ceremonies.BeginRequestAsync(context));

    /// <summary>Answers <c>POST /api/account/login/passkey</c>.</summary>
    public static async Task<Results<Ok<AccountView>, ProblemHttpResult>> SignInAsync(
        PasskeyAnswer answer, HttpContext context, PasskeyCeremonies ceremonies, SignInService signIn, KnownDevices devices, ProfileService profiles)
    {
        if (await ceremonies.CheckAsync(answer, context) is not { } account)
        {
            return Problem.Of(AccountRefusals.PasskeyRefused);
        }

        if (account.IsDisabled)
        {
            return Problem.Of(AdministrationRefusals.AccountDisabled);
        }

        await signIn.SignInAsync(account);
        devices.Remember(context, account.Id);
        return TypedResults.Ok(await profiles.ToViewAsync(account, context.RequestAborted));
    }

    /// <summary>Answers <c>GET /api/account/passkeys</c>.</summary>
    public static async Task<Ok<IEnumerable<PasskeyView>>> ListAsync(
        ClaimsPrincipal caller, IPasskeyStore store, CancellationToken cancellationToken) =>
        TypedResults.Ok((await store.LoadAsync(caller.Id(), cancellationToken)).Select(ToView));

    /// <summary>Answers <c>POST /api/account/passkeys/options</c>.</summary>
    public static async Task<Results<Ok<PasskeyCeremony>, ProblemHttpResult>> BeginAdditionAsync(
        HttpContext context, IAccountStore accounts, PasskeyCeremonies ceremonies) =>
        await accounts.FindAsync(context.User.Id(), context.RequestAborted) is { Email: { } email } account
            ? TypedResults.Ok(await ceremonies.BeginAdditionAsync(account.Id, email, account.DisplayName, context))
            : Problem.Of(RequestRefusals.Forbidden);

    /// <summary>Answers <c>POST /api/account/passkeys</c>.</summary>
    public static async Task<Results<Created<PasskeyView>, ProblemHttpResult>> AddAsync(
        PasskeyAdditionRequest request, HttpContext context, PasskeyCeremonies ceremonies, IPasskeyStore store)
    {
        var rules = new FieldRules();
        var name = rules.Text("name", request.Name, shortest: 1, RegistrationEndpoint.LongestName);
        rules.Check(request.Passkey is not null, FieldRefusals.Missing("passkey"));
        if (rules.Refusal is { } refusal)
        {
            return refusal;
        }

        if (await ceremonies.ReadAdditionAsync(request.Passkey!, name, context) is not { } created
            || created.Passkey.UserId != context.User.Id())
        {
            return Problem.Of(AccountRefusals.PasskeyInvalid("passkey"));
        }

        return await store.AddAsync(created.Passkey, created.Challenge, PasskeySetup.Most, context.RequestAborted) switch
        {
            PasskeyAddition.Added => TypedResults.Created("/api/account/passkeys", ToView(created.Passkey)),
            PasskeyAddition.TooMany => Problem.Of(AccountRefusals.TooManyPasskeys(PasskeySetup.Most)),
            _ => Problem.Of(AccountRefusals.PasskeyInvalid("passkey")),
        };
    }

    /// <summary>Answers <c>DELETE /api/account/passkeys/{id}</c>.</summary>
    public static async Task<Results<NoContent, ProblemHttpResult>> RemoveAsync(string id, ClaimsPrincipal caller, IPasskeyStore store) =>
        await store.RemoveAsync(caller.Id(), id) switch
        {
            PasskeyRemoval.Removed => TypedResults.NoContent(),
            PasskeyRemoval.LastMeans => Problem.Of(AccountRefusals.LastSignInMeans),
            _ => Problem.Of(AccountRefusals.UnknownPasskey),
        };

    private static PasskeyView ToView(PasskeyRecord passkey) =>
        new(passkey.Id, passkey.Name, passkey.CreatedAt, passkey.LastUsedAt, passkey.IsBackedUp);
}
