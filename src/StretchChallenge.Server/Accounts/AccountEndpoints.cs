using StretchChallenge.Server.Problems;
using StretchChallenge.Server.RateLimits;

namespace StretchChallenge.Server.Accounts;

/// <summary>Registration, sign-in and the own account.</summary>
internal static class AccountEndpoints
{
    /// <summary>Maps <c>/api/account</c>. No answer here is kept for an <c>Idempotency-Key</c>: it would hold a cookie.</summary>
    public static void MapAccounts(this IEndpointRouteBuilder routes)
    {
        var account = routes.MapGroup("/api/account").WithTags("Account").RequireAuthorization().Refuses(ProblemType.TooManyRequests);
        account.MapPost("/register", RegisterEndpoint.HandleAsync)
            .AllowAnonymous()
            .RequireRateLimiting(RateLimitPolicies.Registration)
            .Refuses(ProblemType.InvalidRequest, ProblemType.SetupCodeNeeded, ProblemType.EmailTaken)
            .WithSummary("Makes an account and signs it in. The first one administers the site.");
        account.MapPost("/login", LoginEndpoint.LogInAsync)
            .AllowAnonymous()
            .RequireRateLimiting(RateLimitPolicies.SignIn)
            .Refuses(ProblemType.InvalidRequest, ProblemType.SignInFailed)
            .WithSummary("Signs in. A wrong e-mail, a wrong password and a locked account get the same answer.");
        account.MapPost("/logout", LoginEndpoint.LogOutAsync)
            .AllowAnonymous()
            .WithSummary("Signs out; harmless where nobody is signed in.");
        account.MapGet("", ProfileEndpoint.GetAsync)
            .Refuses(ProblemType.NotSignedIn)
            .WithSummary("The own account.");
        account.MapPut("", ProfileEndpoint.ChangeAsync)
            .Refuses(ProblemType.InvalidRequest, ProblemType.NotSignedIn)
            .WithSummary("Changes what is given of the own account.");
    }
}
