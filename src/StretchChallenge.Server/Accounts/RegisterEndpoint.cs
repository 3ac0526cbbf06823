using Microsoft.AspNetCore.Http.HttpResults;
using StretchChallenge.Server.Problems;
using StretchChallenge.Server.Problems.Fields;
using StretchChallenge.Storage.Accounts;

namespace StretchChallenge.Server.Accounts;

/// <summary>Makes an account and signs it in at once.</summary>
internal static class RegisterEndpoint
{
    /// <summary>The longest name that others see.</summary>
    public const int LongestName = 60;

    /// <summary>Answers <c>POST /api/account/register</c>.</summary>
    public static async Task<Results<Created<AccountView>, ProblemHttpResult>> HandleAsync(
        RegisterRequest request,
        HttpContext context,
        SetupCode setupCode,
        Registration registration,
        SignIn signIn,
        Profile profile)
    {
        var rules = new FieldRules();
        var newcomer = Check(rules, request);
        if (rules.Refusal is { } refusal)
        {
            return refusal;
        }

        var mayBeFirst = ThisMachine.Sent(context.Request) || setupCode.Matches(request.SetupCode);
        var outcome = await registration.RegisterAsync(newcomer, mayBeFirst, context.RequestAborted);
        if (outcome.Account is not { } account)
        {
            return Refuse(outcome.Creation);
        }

        await signIn.SignInAsync(account);
        return TypedResults.Created("/api/account", await profile.ViewAsync(account));
    }

    private static Newcomer Check(FieldRules rules, RegisterRequest request)
    {
        var email = rules.Email("email", request.Email);
        var name = rules.Text("displayName", request.DisplayName, shortest: 1, LongestName);
        var zone = rules.TimeZone("timeZone", request.TimeZone);
        var password = rules.Password("password", request.Password, email, name);
        return new Newcomer(email, password, name, zone);
    }

    private static ProblemHttpResult Refuse(AccountCreation creation) => creation switch
    {
        AccountCreation.EmailTaken => Problem.Of(ProblemType.EmailTaken, field: "email"),
        AccountCreation.FirstAccountNeedsSetup => Problem.Of(ProblemType.SetupCodeNeeded, field: "setupCode"),
        _ => Problem.Of(ProblemType.Conflict),
    };
}
