using Microsoft.AspNetCore.Http.HttpResults;
using StretchChallenge.Contracts.Refusals;
using StretchChallenge.Domain;
using StretchChallenge.Server.Accounts.Passkeys;
using StretchChallenge.Server.Accounts.Passwords;
using StretchChallenge.Server.Problems;
using StretchChallenge.Server.Problems.Fields;
using StretchChallenge.Server.RateLimits;
using StretchChallenge.Storage.Accounts;

namespace StretchChallenge.Server.Accounts;

/// <summary>The body of <c>POST /api/account/confirm</c>.</summary>
/// <param name="Password">The caller's password; needed without a passkey.</param>
/// <param name="Passkey">The answer of one of the caller's passkeys.</param>
public sealed record ConfirmationRequest(string? Password = null, PasskeyAnswer? Passkey = null);

/// <summary>Makes the caller's sign-in fresh again.</summary>
internal static class ConfirmationEndpoint
{
    /// <summary>Answers <c>POST /api/account/confirm</c>. Wrong passwords are counted with those of the sign-in.</summary>
    public static async Task<Results<NoContent, ProblemHttpResult>> ConfirmAsync(
        ConfirmationRequest request, HttpContext context, PasswordGate gate, SignInService signIn, PasskeyCeremonies ceremonies)
    {
        var (account, refused) = request.Passkey is { } passkey
            ? (await CheckPasskeyAsync(passkey, context, ceremonies), Problem.Of(AccountRefusals.PasskeyInvalid("passkey")))
            : await CheckPasswordAsync(request.Password, context, gate, signIn);
        if (account is null)
        {
            return refused;
        }

        await signIn.RenewAsync(account, context.User);
        return TypedResults.NoContent();
    }

    private static async Task<AccountRecord?> CheckPasskeyAsync(PasskeyAnswer passkey, HttpContext context, PasskeyCeremonies ceremonies) =>
        await ceremonies.CheckAsync(passkey, context) is { } account && account.Id == context.User.Id() ? account : null;

    private static async Task<(AccountRecord? Account, ProblemHttpResult Refused)> CheckPasswordAsync(
        string? password, HttpContext context, PasswordGate gate, SignInService signIn)
    {
        var rules = new FieldRules();
        rules.CheckEntered("password", password);
        return rules.Refusal is { } refusal
            ? (null, refusal)
            : await CheckPasswordAsync(context.User.Id(), password!, context, gate, signIn);
    }

    /// <summary>Checks the password of somebody who is signed in; returns their account, or why not.</summary>
    public static async Task<(AccountRecord? Account, ProblemHttpResult Refused)> CheckPasswordAsync(
        UserId caller, string password, HttpContext context, PasswordGate gate, SignInService signIn)
    {
        using var turn = await gate.EnterAsync(context.RequestAborted);
        if (!turn.IsAcquired)
        {
            return (null, context.Response.Busy(PasswordGate.RetryAfter));
        }

        var attempt = await signIn.ConfirmPasswordAsync(caller, password, context);
        using var refused = attempt.Refusal;
        if (refused is not null)
        {
            context.Response.SetRetryAfter(refused);
            return (null, Problem.Of(RequestRefusals.TooManyRequests));
        }

        return (attempt.Account, Problem.Of(AccountRefusals.PasswordWrong("password")));
    }

    /// <summary>Checks that a password was entered that may be one.</summary>
    public static void CheckEntered(this FieldRules rules, string field, string? password)
    {
        rules.Check(!string.IsNullOrEmpty(password), FieldRefusals.Missing(field));
        rules.Check(
            password is not { Length: > SignInEndpoints.LongestPassword },
            AccountRefusals.PasswordTooLong(field, SignInEndpoints.LongestPassword));
    }
}
