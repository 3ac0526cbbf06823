using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using StretchChallenge.Server.Problems;
using StretchChallenge.Server.Problems.Fields;

namespace StretchChallenge.Server.Accounts;

/// <summary>Shows and changes the own account.</summary>
internal static class ProfileEndpoint
{
    /// <summary>Answers <c>GET /api/account</c>.</summary>
    public static async Task<Results<Ok<AccountView>, ProblemHttpResult>> GetAsync(ClaimsPrincipal person, Profile profile) =>
        await profile.FindAsync(person.Id()) is { } account ? TypedResults.Ok(account) : Problem.Of(ProblemType.NotSignedIn);

    /// <summary>Answers <c>PUT /api/account</c>.</summary>
    public static async Task<Results<Ok<AccountView>, ProblemHttpResult>> ChangeAsync(
        AccountChange change,
        ClaimsPrincipal person,
        Profile profile)
    {
        var rules = new FieldRules();
        var checkedChange = Check(rules, change);
        return (rules.Refusal ?? await profile.ChangeAsync(person.Id(), checkedChange)) is { } refusal
            ? refusal
            : await GetAsync(person, profile);
    }

    private static AccountChange Check(FieldRules rules, AccountChange change) => change with
    {
        DisplayName = change.DisplayName is { } name ? rules.Text("displayName", name, shortest: 1, RegisterEndpoint.LongestName) : null,
        TimeZone = change.TimeZone is { } zone ? rules.TimeZone("timeZone", zone) : null,
        WorkDays = change.WorkDays is { IsDefault: false } days ? rules.WorkDays("workDays", days).Names : null,
    };
}
