using Microsoft.AspNetCore.Http.HttpResults;
using StretchChallenge.Server.Problems;
using StretchChallenge.Server.Problems.Fields;
using StretchChallenge.Server.RateLimits;

namespace StretchChallenge.Server.Accounts;

/// <summary>Signs in by e-mail and password, and out.</summary>
internal static class LoginEndpoint
{
    // Far above what registration takes: a long password is wrong, not malformed, but must not cost much.
    private const int LongestPassword = 1024;

    /// <summary>Answers <c>POST /api/account/login</c>.</summary>
    public static async Task<Results<Ok<AccountView>, ProblemHttpResult>> LogInAsync(
        LoginRequest request,
        HttpResponse response,
        SignInTries tries,
        SignIn signIn,
        Profile profile)
    {
        var rules = new FieldRules();
        var (email, password) = Check(rules, request);
        if (rules.Refusal is { } refusal)
        {
            return refusal;
        }

        using var lease = tries.Take(email);
        if (!lease.IsAcquired)
        {
            RetryAfter.Tell(response, lease);
            return Problem.Of(ProblemType.TooManyRequests);
        }

        if (await signIn.CheckAsync(email, password) is not { } account)
        {
            return Problem.Of(ProblemType.SignInFailed);
        }

        await signIn.SignInAsync(account);
        return TypedResults.Ok(await profile.ViewAsync(account));
    }

    /// <summary>Answers <c>POST /api/account/logout</c>.</summary>
    public static async Task<NoContent> LogOutAsync(SignIn signIn)
    {
        await signIn.SignOutAsync();
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
