using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using StretchChallenge.Contracts.Refusals;
using StretchChallenge.Server.Accounts.Identity;
using StretchChallenge.Server.Accounts.Passwords;
using StretchChallenge.Server.Problems;
using StretchChallenge.Server.Problems.Fields;
using StretchChallenge.Server.RateLimits;
using StretchChallenge.Storage.Accounts;

namespace StretchChallenge.Server.Accounts;

/// <summary>The body of <c>POST /api/account/password</c>.</summary>
/// <param name="Current">The password that the caller signs in with; left out by who has none, after a fresh sign-in.</param>
/// <param name="New">The one from now on, 8 to 128 characters.</param>
public sealed record PasswordChangeRequest(string? Current = null, string? New = null);

/// <summary>Changes the caller's password, and signs out all their other devices.</summary>
internal static class PasswordChangeEndpoint
{
    /// <summary>Answers <c>POST /api/account/password</c>.</summary>
    public static async Task<Results<NoContent, ProblemHttpResult>> ChangeAsync(
        PasswordChangeRequest request,
        HttpContext context,
        AccountManager accounts,
        PasswordGate gate,
        PasswordChangeService passwords,
        TimeProvider time)
    {
        if (await accounts.FindByIdAsync(context.User.Id().Value) is not { Record.Email: { } email } account)
        {
            return Problem.Of(RequestRefusals.Forbidden);
        }

        var rules = new FieldRules();
        var hasPassword = account.Record.PasswordHash is not null;
        if (hasPassword)
        {
            rules.CheckEntered("current", request.Current);
        }
        else if (!FreshSignIn.Is(context.User, time))
        {
            return Problem.Of(AccountRefusals.FreshSignInNeeded);
        }

        var fresh = rules.Password("new", request.New, email, account.Record.DisplayName);
        if (rules.Refusal is { } refusal)
        {
            return refusal;
        }

        using var turn = await gate.EnterAsync(context.RequestAborted);
        return turn.IsAcquired
            ? await passwords.ChangeAsync(account, hasPassword ? request.Current : null, fresh, context) is { } refused ? refused : TypedResults.NoContent()
            : context.Response.Busy(PasswordGate.RetryAfter);
    }
}

/// <summary>Changes passwords that people know.</summary>
internal sealed class PasswordChangeService(
    AccountManager accounts, IPasswordHasher<Account> hasher, SignInService signIn, SignIns signIns, IPasswordResetStore resets)
{
    /// <summary>
    /// Returns the problem when the current password is wrong, or was tried too often. Who has none, and whose sign-in is fresh,
    /// needs none.
    /// </summary>
    public async Task<ProblemHttpResult?> ChangeAsync(Account account, string? current, string fresh, HttpContext context)
    {
        if (current is not null && await RefuseAsync(account, current, context) is { } wrong)
        {
            return wrong;
        }

        var user = account.Record.Id;
        var hash = hasher.HashPassword(account, fresh);
        var stamp = Guid.NewGuid().ToString("N");
        await accounts.ChangeAsync(account, record => record with { PasswordHash = hash, SecurityStamp = stamp });
        await resets.VoidAsync(user);
        await signIns.EndOthersAsync(user, SignInId.Of(context.User));
        await signIn.RenewAsync(account.Record, context.User);
        return null;
    }

    private async Task<ProblemHttpResult?> RefuseAsync(Account account, string current, HttpContext context)
    {
        var attempt = await signIn.CheckPasswordAsync(account.Record.Email!, current, context);
        using var refused = attempt.Refusal;
        if (refused is not null)
        {
            context.Response.SetRetryAfter(refused);
            return Problem.Of(RequestRefusals.TooManyRequests);
        }

        return attempt.Account?.Id == account.Record.Id ? null : Problem.Of(AccountRefusals.PasswordWrong("current"));
    }
}
