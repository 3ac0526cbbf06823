using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using StretchChallenge.Contracts.Refusals;
using StretchChallenge.Domain;
using StretchChallenge.Server.Accounts.Identity;
using StretchChallenge.Server.Accounts.Passwords;
using StretchChallenge.Server.Problems;
using StretchChallenge.Server.Problems.Fields;
using StretchChallenge.Server.RateLimits;
using StretchChallenge.Storage.Accounts;
using StretchChallenge.Storage.Administration;
using Secret = StretchChallenge.Server.Security.Secret;

namespace StretchChallenge.Server.Accounts;

/// <summary>The body of <c>POST /api/account/reset/{token}</c>.</summary>
/// <param name="Password">The new password, 8 to 128 characters.</param>
public sealed record PasswordResetRequest(string? Password);

/// <summary>Links with which people set a new password once: administrators make them, and nobody else sees them.</summary>
internal sealed class PasswordResets(
    IPasswordResetStore store, IAccountStore accounts, IPasswordHasher<Account> hasher, SignIns signIns, TimeProvider time)
{
    /// <summary>How long a link is valid.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    /// <summary>The path of the page on which a password is set.</summary>
    public static string PathOf(string secret) => $"/reset/{secret}";

    /// <summary>Makes a link, which voids the one before; returns its secret, or null when there is no such person.</summary>
    public static async Task<string?> CreateAsync(IPasswordResetStore store, UserId user, AuditActor by)
    {
        var secret = Secret.Next();
        return await store.SaveAsync(user, Secret.HashOf(secret), by.At + Lifetime, by) ? secret : null;
    }

    /// <summary>Returns whose link has this secret; null when it is not valid.</summary>
    public async Task<AccountRecord?> FindAsync(string token, CancellationToken cancellationToken) =>
        Secret.IsPlausible(token) && await store.FindAsync(Secret.HashOf(token), time.GetUtcNow(), cancellationToken) is { } user
            ? await accounts.FindAsync(user, cancellationToken)
            : null;

    /// <summary>Sets the password, and signs its owner out everywhere; returns false when the link was used meanwhile.</summary>
    public async Task<bool> UseAsync(string token, AccountRecord account, string password)
    {
        var end = signIns.NewEnd();
        var hash = hasher.HashPassword(new Account(account), password);
        var credentials = new NewCredentials(hash, end.SecurityStamp, time.GetUtcNow(), end.CookiesExpireAt);
        if (await store.UseAsync(Secret.HashOf(token), credentials) is not { } user)
        {
            return false;
        }

        await signIns.EndedAsync(user, end.SecurityStamp);
        return true;
    }
}

/// <summary>Sets a new password by a link.</summary>
internal static class PasswordResetEndpoint
{
    /// <summary>Answers <c>POST /api/account/reset/{token}</c>.</summary>
    public static async Task<Results<NoContent, ProblemHttpResult>> UseAsync(
        string token, PasswordResetRequest request, HttpContext context, PasswordGate gate, PasswordResets resets)
    {
        if (await resets.FindAsync(token, context.RequestAborted) is not { } account)
        {
            return Problem.Of(AdministrationRefusals.UnknownResetLink);
        }

        var rules = new FieldRules();
        var password = rules.Password("password", request.Password, account.Email ?? "", account.DisplayName);
        if (rules.Refusal is { } refusal)
        {
            return refusal;
        }

        using var turn = await gate.EnterAsync(context.RequestAborted);
        if (!turn.IsAcquired)
        {
            return context.Response.Busy(PasswordGate.RetryAfter);
        }

        return await resets.UseAsync(token, account, password)
            ? TypedResults.NoContent()
            : Problem.Of(AdministrationRefusals.UnknownResetLink);
    }
}
