using System.Collections.Concurrent;
using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using StretchChallenge.Contracts.Refusals;
using StretchChallenge.Contracts.Users;
using StretchChallenge.Domain;
using StretchChallenge.Server.Accounts.Passwords;
using StretchChallenge.Server.Live.Access;
using StretchChallenge.Server.Problems;
using StretchChallenge.Server.Problems.Fields;

namespace StretchChallenge.Server.Accounts;

/// <summary>The body of <c>DELETE /api/account</c>.</summary>
/// <param name="Password">The caller's password, which confirms the deletion; it may be left out after a fresh sign-in.</param>
public sealed record AccountDeletionRequest(string? Password = null);

/// <summary>Deletes the caller's account.</summary>
internal static class DeletionEndpoint
{
    /// <summary>Answers <c>DELETE /api/account</c>. Wrong passwords are counted with those of the sign-in.</summary>
    public static async Task<Results<NoContent, ProblemHttpResult>> DeleteAsync(
        [FromBody(EmptyBodyBehavior = EmptyBodyBehavior.Allow)] AccountDeletionRequest? request,
        HttpContext context,
        PasswordGate gate,
        SignInService signIn,
        DeletedAccounts deleted,
        IGrainFactory grains,
        TimeProvider time)
    {
        if (await RefuseAsync(request?.Password, context, gate, signIn, time) is { } refused)
        {
            return refused;
        }

        // Not cancelled with the request: it is done entirely, whether or not somebody waits for the answer.
        var caller = context.User.Id();
        if (await grains.GetGrain<IUserGrain>(caller.Value).DeleteAccountAsync(CancellationToken.None) is { } notDeleted)
        {
            return Problem.Of(notDeleted);
        }

        deleted.Add(caller);
        await signIn.SignOutAsync(context.User);
        context.Response.Cookies.Delete(KnownDevices.Cookie);
        return TypedResults.NoContent();
    }

    private static async Task<ProblemHttpResult?> RefuseAsync(
        string? password, HttpContext context, PasswordGate gate, SignInService signIn, TimeProvider time)
    {
        if (password is null)
        {
            return FreshSignIn.Is(context.User, time) ? null : Problem.Of(AccountRefusals.FreshSignInNeeded);
        }

        var rules = new FieldRules();
        rules.CheckEntered("password", password);
        if (rules.Refusal is { } refusal)
        {
            return refusal;
        }

        var (account, refused) = await ConfirmationEndpoint.CheckPasswordAsync(context.User.Id(), password, context, gate, signIn);
        return account is null ? refused : null;
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
