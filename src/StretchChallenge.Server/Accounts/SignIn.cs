using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using StretchChallenge.Server.Accounts.Identity;
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
    // Longer than registration allows, so that a long password is answered as a wrong one; bounded, because hashing costs time.
    private const int LongestPassword = 1024;

    /// <summary>Answers <c>POST /api/account/login</c>.</summary>
    public static async Task<Results<Ok<AccountView>, ProblemHttpResult>> LogInAsync(
        LoginRequest request,
        HttpResponse response,
        SignInRateLimiter limiter,
        SignInService signIn,
        ProfileService profiles,
        CancellationToken cancellationToken)
    {
        var rules = new FieldRules();
        var (email, password) = Check(rules, request);
        if (rules.Refusal is { } refusal)
        {
            return refusal;
        }

        using var lease = limiter.AttemptAcquire(email);
        if (!lease.IsAcquired)
        {
            response.SetRetryAfter(lease);
            return Problem.Of(ProblemType.TooManyRequests);
        }

        if (await signIn.CheckPasswordAsync(email, password) is not { } account)
        {
            return Problem.Of(ProblemType.SignInFailed);
        }

        await signIn.SignInAsync(account);
        return TypedResults.Ok(await profiles.ToViewAsync(account, cancellationToken));
    }

    /// <summary>Answers <c>POST /api/account/logout</c>.</summary>
    public static async Task<NoContent> LogOutAsync(ClaimsPrincipal caller, SignInService signIn)
    {
        await signIn.SignOutAsync(caller);
        return TypedResults.NoContent();
    }

    private static (string Email, string Password) Check(FieldRules rules, LoginRequest request)
    {
        var email = rules.Text("email", request.Email, shortest: 1, longest: 254);
        rules.Check(!string.IsNullOrEmpty(request.Password), "password", "'password' is missing.");
        rules.Check(request.Password is not { Length: > LongestPassword }, "password", $"'password' may have up to {LongestPassword} characters.");
        return (email, request.Password ?? "");
    }
}

/// <summary>Checks passwords, and signs people in and out by cookie.</summary>
internal sealed class SignInService(
    SignInManager<Account> manager,
    AccountManager accounts,
    DummyPasswordCheck dummy,
    RevokedSignIns revoked,
    LiveConnections connections)
{
    /// <summary>
    /// Returns the account with this e-mail and password without signing it in; null if either is wrong or the account
    /// is locked. Every case hashes one password, so that the time of the answer does not tell them apart.
    /// </summary>
    public async Task<AccountRecord?> CheckPasswordAsync(string email, string password)
    {
        var account = await accounts.FindByNameAsync(email);
        if (account is null || await accounts.IsLockedOutAsync(account))
        {
            dummy.Check(password);
            return null;
        }

        var result = await manager.CheckPasswordSignInAsync(account, password, lockoutOnFailure: true);
        return result.Succeeded ? account.Record : null;
    }

    /// <summary>Signs a person or a guest in with a persistent cookie (30 days, sliding).</summary>
    public Task SignInAsync(AccountRecord account) =>
        manager.SignInWithClaimsAsync(new Account(account), isPersistent: true, [SignInId.Next()]);

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
        }
    }
}

/// <summary>Verifies a password against a fixed hash, so that an attempt without an account takes as long as one with an account.</summary>
internal sealed class DummyPasswordCheck(IOptions<PasswordHasherOptions> options)
{
    // The hasher of Identity does not read the account.
    private static readonly Account Unused = null!;

    private readonly PasswordHasher<Account> _hasher = new(options);
    private readonly Lazy<string> _hash = new(() => new PasswordHasher<Account>(options).HashPassword(Unused, "nobody's password"));

    /// <summary>Does the work of one password check; there is no result.</summary>
    public void Check(string password) => _hasher.VerifyHashedPassword(Unused, _hash.Value, password);
}
