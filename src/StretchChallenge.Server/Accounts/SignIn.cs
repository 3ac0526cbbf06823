using System.Security.Claims;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using StretchChallenge.Contracts.Refusals;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Text;
using StretchChallenge.Server.Accounts.Identity;
using StretchChallenge.Server.Accounts.Passwords;
using StretchChallenge.Server.Live.Access;
using StretchChallenge.Server.Problems;
using StretchChallenge.Server.Problems.Fields;
using StretchChallenge.Server.RateLimits;
using StretchChallenge.Storage.Accounts;

namespace StretchChallenge.Server.Accounts;

/// <summary>The body of <c>POST /api/account/login</c>.</summary>
public sealed record LoginRequest(string? Email, string? Password);

/// <summary>Signs in by e-mail and password, and signs out.</summary>
internal static class SignInEndpoints
{
    /// <summary>Longer than registration allows, so that a long password is answered as a wrong one; bounded, because hashing costs time.</summary>
    public const int LongestPassword = 1024;

    private const int LongestEmail = 254;

    /// <summary>Answers <c>POST /api/account/login</c>.</summary>
    public static async Task<Results<Ok<AccountView>, ProblemHttpResult>> LogInAsync(
        LoginRequest request, HttpContext context, PasswordGate gate, SignInService signIn, KnownDevices devices, ProfileService profiles)
    {
        var rules = new FieldRules();
        var (email, password) = Check(rules, request);
        if (rules.Refusal is { } refusal)
        {
            return refusal;
        }

        var attempt = await TryAsync(email, password, context, gate, signIn);
        if (attempt.Account is not { } account)
        {
            return attempt.Problem;
        }

        await signIn.SignInAsync(account);
        devices.Remember(context, account.Id);
        return TypedResults.Ok(await profiles.ToViewAsync(account, context.RequestAborted));
    }

    /// <summary>Answers <c>POST /api/account/logout</c>. The device stays known to the account.</summary>
    public static async Task<NoContent> LogOutAsync(HttpContext context, SignInService signIn, KnownDevices devices)
    {
        if (context.User.IdOrNull() is { } account)
        {
            devices.Remember(context, account);
        }

        await signIn.SignOutAsync(context.User);
        return TypedResults.NoContent();
    }

    private static async Task<(AccountRecord? Account, ProblemHttpResult Problem)> TryAsync(
        string email, string password, HttpContext context, PasswordGate gate, SignInService signIn)
    {
        using var turn = await gate.EnterAsync(context.RequestAborted);
        if (!turn.IsAcquired)
        {
            return (null, context.Response.Busy(PasswordGate.RetryAfter));
        }

        var attempt = await signIn.CheckPasswordAsync(email, password, context);
        using var refused = attempt.Refusal;
        if (refused is not null)
        {
            context.Response.SetRetryAfter(refused);
            return (null, Problem.Of(RequestRefusals.TooManyRequests));
        }

        return attempt.Account is { IsDisabled: true }
            ? (null, Problem.Of(AdministrationRefusals.AccountDisabled))
            : (attempt.Account, Problem.Of(AccountRefusals.SignInFailed));
    }

    private static (string Email, string Password) Check(FieldRules rules, LoginRequest request)
    {
        var email = request.Email ?? "";
        rules.Check(EmailAddress.Clean(email).Length > 0, FieldRefusals.Missing("email"));
        rules.Check(email.Length <= LongestEmail, FieldRefusals.TooLong("email", LongestEmail));
        rules.Check(!string.IsNullOrEmpty(request.Password), FieldRefusals.Missing("password"));
        rules.Check(request.Password is not { Length: > LongestPassword }, AccountRefusals.PasswordTooLong("password", LongestPassword));
        return (email, request.Password ?? "");
    }
}

/// <summary>The result of an attempt to sign in.</summary>
/// <param name="Account">The account; null if the e-mail or the password is wrong.</param>
/// <param name="Refusal">A refused lease where no password may be tried now; null otherwise.</param>
internal sealed record SignInAttempt(AccountRecord? Account, RateLimitLease? Refusal = null);

/// <summary>Checks passwords, and signs people in and out by cookie.</summary>
internal sealed class SignInService(
    SignInManager<Account> manager,
    AccountManager accounts,
    IPasswordHasher<Account> hasher,
    DummyPasswordCheck dummy,
    SignInFailureLimiter failures,
    KnownDevices devices,
    RevokedSignIns revoked,
    SignIns signIns,
    LiveConnections connections,
    TimeProvider time)
{
    /// <summary>
    /// Returns the account with this e-mail and password without signing it in. An unknown e-mail is counted, refused and
    /// hashed for in the same way, so that neither the answer nor its time tells whether it has an account.
    /// </summary>
    public async Task<SignInAttempt> CheckPasswordAsync(string email, string password, HttpContext context)
    {
        var account = await accounts.FindByTypedEmailAsync(email);
        var source = new SignInSource(
            EmailAddress.KeyOf(email),
            RateLimitsSetup.AddressOf(context),
            account is null ? null : devices.Find(context, account.Record.Id));
        return await CheckPasswordAsync(account, source, password);
    }

    /// <summary>Checks the password of somebody who is signed in already; wrong ones are counted in the same way.</summary>
    public async Task<SignInAttempt> ConfirmPasswordAsync(UserId user, string password, HttpContext context)
    {
        var account = await accounts.FindByIdAsync(user.Value);
        var source = new SignInSource(
            account?.Record.NormalizedEmail ?? user.Value, RateLimitsSetup.AddressOf(context), devices.Find(context, user));
        return await CheckPasswordAsync(account, source, password);
    }

    private async Task<SignInAttempt> CheckPasswordAsync(Account? account, SignInSource source, string password)
    {
        if (failures.FindRefusal(source) is { } refusal)
        {
            return new SignInAttempt(null, refusal);
        }

        if (await VerifyAsync(account, password))
        {
            return new SignInAttempt(account!.Record);
        }

        failures.Count(source);
        return new SignInAttempt(null);
    }

    /// <summary>Signs a person or a guest in with a persistent cookie (30 days, sliding).</summary>
    public async Task SignInAsync(AccountRecord account)
    {
        var id = SignInId.Next();
        var properties = new AuthenticationProperties { IsPersistent = true };
        await signIns.AddAsync(account.Id, id.Value, manager.Context.Request, properties);
        await manager.SignInWithClaimsAsync(new Account(account), properties, [id, FreshSignIn.ClaimOf(time.GetUtcNow())]);
    }

    /// <summary>
    /// Gives the caller, who has just proved who they are, a cookie with their account's present security stamp, for the sign-in
    /// that they have; it is fresh again.
    /// </summary>
    public Task RenewAsync(AccountRecord account, ClaimsPrincipal caller) =>
        caller.FindFirst(SignInId.ClaimType) is { } id
            ? manager.SignInWithClaimsAsync(new Account(account), isPersistent: true, [id.Clone(), FreshSignIn.ClaimOf(time.GetUtcNow())])
            : SignInAsync(account);

    /// <summary>Deletes the caller's cookie, ends its sign-in for every copy of it, and closes its live connections.</summary>
    public async Task SignOutAsync(ClaimsPrincipal caller)
    {
        await manager.SignOutAsync();
        if (SignInId.Of(caller) is { } signIn)
        {
            await revoked.RevokeAsync(signIn);
            connections.CloseSignIn(signIn);
        }
        else if (caller.IdOrNull() is { } user && await accounts.FindByIdAsync(user.Value) is { } account)
        {
            // The cookie is from before sign-ins had ids: all of the account's end.
            await accounts.ChangeAsync(account, record => record with { SecurityStamp = Guid.NewGuid().ToString("N") });
            await signIns.EndOthersAsync(user, kept: null);
        }
    }

    private async Task<bool> VerifyAsync(Account? account, string password)
    {
        if (account?.Record.PasswordHash is not { } hash)
        {
            dummy.Check(password);
            return false;
        }

        var result = hasher.VerifyHashedPassword(account, hash, password);
        if (result == PasswordVerificationResult.SuccessRehashNeeded)
        {
            // Not Identity's own renewal, which also changes the security stamp and so signs other devices out.
            var renewed = hasher.HashPassword(account, password);
            await accounts.ChangeAsync(account, record => record.PasswordHash == hash ? record with { PasswordHash = renewed } : record);
        }

        return result != PasswordVerificationResult.Failed;
    }
}
