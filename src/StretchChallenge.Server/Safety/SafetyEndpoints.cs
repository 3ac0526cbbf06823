using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using StretchChallenge.Contracts.Outcomes;
using StretchChallenge.Contracts.Refusals;
using StretchChallenge.Server.Accounts;
using StretchChallenge.Server.PrivateHealth;
using StretchChallenge.Server.Problems;

namespace StretchChallenge.Server.Safety;

/// <summary>The safety question: private, used only to select routines.</summary>
internal static class SafetySetup
{
    /// <summary>Adds the answers, and the encryption of private health data.</summary>
    public static void AddSafety(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<HealthDataProtector>();
        builder.Services.AddSingleton<SafetyAnswers>();
    }

    /// <summary>Maps <c>/api/safety</c>.</summary>
    public static void MapSafety(this RouteGroupBuilder api)
    {
        var safety = api.MapGroup("/safety").WithTags("Private health");
        safety.MapGet("", SafetyEndpoints.Get)
            .WithSummary("The own answer to the safety question.");
        safety.MapPut("", SafetyEndpoints.Change)
            .ProducesProblems(RefusalKind.Conflict)
            .WithSummary("Answers the safety question, or notes that its notice was seen; what is left out stays as it is.");
        safety.MapDelete("", SafetyEndpoints.Delete)
            .WithSummary("Deletes the answer, and that the notice was seen.");
    }
}

/// <summary>The caller's own answer to the safety question; there is no way to ask for anybody else's.</summary>
internal static class SafetyEndpoints
{
    public static async Task<Ok<SafetyAnswer>> Get(ClaimsPrincipal caller, SafetyAnswers answers, CancellationToken cancellationToken) =>
        TypedResults.Ok(await answers.FindAsync(caller.Id(), cancellationToken));

    public static async Task<Results<Ok<SafetyAnswer>, ProblemHttpResult>> Change(
        SafetyChange change, ClaimsPrincipal caller, SafetyAnswers answers, CancellationToken cancellationToken)
    {
        var outcome = change.Any ? await answers.ChangeAsync(caller.Id(), change, cancellationToken) : SafetyOutcome.Changed;
        return outcome switch
        {
            SafetyOutcome.Changed => await Get(caller, answers, cancellationToken),
            SafetyOutcome.Unreadable => Problem.Of(AccountRefusals.UnreadableAnswer),
            SafetyOutcome.NoAccount => Problem.Of(RequestRefusals.NotSignedIn),
        };
    }

    public static async Task<NoContent> Delete(ClaimsPrincipal caller, SafetyAnswers answers, CancellationToken cancellationToken)
    {
        await answers.DeleteAsync(caller.Id(), cancellationToken);
        return TypedResults.NoContent();
    }
}
