using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using StretchChallenge.Server.Accounts;
using StretchChallenge.Server.Problems;

namespace StretchChallenge.Server.Safety;

/// <summary>The own answer to the safety question; nobody else's can be asked for.</summary>
internal static class SafetyEndpoints
{
    private static readonly ProblemType UnreadableAnswer = ProblemType.Conflict with { Code = "unreadable-answer" };

    public static async Task<Ok<SafetyAnswer>> Get(ClaimsPrincipal caller, SafetyAnswers answers, CancellationToken cancellationToken) =>
        TypedResults.Ok(await answers.FindAsync(caller.Id(), cancellationToken));

    public static async Task<Results<Ok<SafetyAnswer>, ProblemHttpResult>> Change(
        SafetyChange change, ClaimsPrincipal caller, SafetyAnswers answers, CancellationToken cancellationToken)
    {
        var outcome = change.Any ? await answers.ChangeAsync(caller.Id(), change, cancellationToken) : SafetyOutcome.Changed;
        return outcome switch
        {
            SafetyOutcome.Changed => await Get(caller, answers, cancellationToken),
            SafetyOutcome.Unreadable => Problem.Of(
                UnreadableAnswer,
                "Your earlier answer can no longer be read on this server. Please answer the safety question again, or delete the answer.",
                "discInjury"),
            SafetyOutcome.NoAccount => Problem.Of(ProblemType.NotSignedIn),
        };
    }

    public static async Task<NoContent> Delete(ClaimsPrincipal caller, SafetyAnswers answers, CancellationToken cancellationToken)
    {
        await answers.DeleteAsync(caller.Id(), cancellationToken);
        return TypedResults.NoContent();
    }
}
