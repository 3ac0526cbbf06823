using System.Collections.Concurrent;
using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using StretchChallenge.Contracts.Refusals;
using StretchChallenge.Contracts.Users;
using StretchChallenge.Domain;
using StretchChallenge.Server.Accounts.Passwords;
using StretchChallenge.Server.Live.Access;
using StretchChallenge.Server.Problems;
using StretchChallenge.Server.Problems.Fields;
using StretchChallenge.Server.RateLimits;

namespace StretchChallenge.Server.Accounts;

/// <summary>The body of <c>DELETE /api/account</c>.</summary>
/// <param name="Password">The caller's password, which confirms the deletion.</param>
public sealed record AccountDeletionRequest(string? Password);

/// <summary>Deletes the caller's account.</summary>
internal static class DeletionEndpoint
{
    /// <summary>Answers <c>DELETE /api/account</c>. Wrong passwords are counted with those of the sign-in.</summary>
    public static async Task<Results<NoContent, ProblemHttpResult>> DeleteAsync(
        [FromBody] AccountDeletionRequest request,
        HttpContext context,
        PasswordGate gate,
        SignInService signIn,
        DeletedAccounts deleted,
        IGrainFactory grains)
    {
        var rules = new FieldRules();
        rules.Check(!string.IsNullOrEmpty(request.Password), FieldRefusals.Missing("password"));
        if (rules.Refusal is { } refusal)
        {
            return refusal;
        }

        var caller = context.User.Id();
        if (await RefusePasswordAsync(caller, request.Password!, context, gate, signIn) is { } refused)
        {
            return refused;
        }

        // Not cancelled with the request: it is done entirely, whether or not somebody waits for the answer.
        if (await grains.GetGrain<IUserGrain>(caller.Value).DeleteAccountAsync(CancellationToken.None) is { } notDeleted)
        {
            return Problem.Of(notDeleted);
        }

        deleted.Add(caller);
        await signIn.SignOutAsync(context.User);
        context.Response.Cookies.Delete(KnownDevices.Cookie);
        return TypedResults.NoContent();
    }

    private static async Task<ProblemHttpResult?> RefusePasswordAsync(
        UserId caller, string password, HttpContext context, PasswordGate gate, SignInService signIn)
    {
        using var turn = await gate.EnterAsync(context.RequestAborted);
        if (!turn.IsAcquired)
        {
            return context.Response.Busy(PasswordGate.RetryAfter);
        }

        var attempt = await signIn.ConfirmPasswordAsync(caller, password, context);
        using var refused = attempt.Refusal;
        if (refused is not null)
        {
            context.Response.SetRetryAfter(refused);
            return Problem.Of(RequestRefusals.TooManyRequests);
        }

        return attempt.Account is null ? Problem.Of(AccountRefusals.PasswordWrong("password")) : null;
    }
}

/// <summary>
/// The accounts that were deleted through this node. Their cookies are refused at once, before the check of the security stamp,
/// which finds them on all nodes within 30 s, and their live connections are closed.
/// </summary>
internal sealed class DeletedAccounts(LiveConnections connections)
{
    private readonly ConcurrentDictionary<UserId, bool> _deleted = [];

    /// <summary>Ends all sign-ins of an account.</summary>
    public void Add(UserId account)
    {
        _deleted[account] = true;
        connections.ClosePerson(account.Value);
    }

    /// <summary>Whether the cookie's account was deleted.</summary>
    public bool Contains(ClaimsPrincipal? principal) => principal?.IdOrNull() is { } account && _deleted.ContainsKey(account);
}
