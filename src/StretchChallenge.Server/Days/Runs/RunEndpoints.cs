using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using StretchChallenge.Server.Accounts;
using StretchChallenge.Server.Catalogue;
using StretchChallenge.Server.Problems;
using StretchChallenge.Server.Problems.Fields;

namespace StretchChallenge.Server.Days.Runs;

/// <summary>Starting a guided routine (rule 11).</summary>
internal static class RunEndpoints
{
    public static Results<Ok<RunStarted>, ProblemHttpResult> Start(
        RunRequest request, ClaimsPrincipal caller, RoutineCatalogue catalogue, RunTokens tokens, TimeProvider time)
    {
        var rules = new FieldRules();
        var routineId = rules.Token("routineId", request.RoutineId);
        rules.Check(
            request.Variant is null || Variants.All.Contains(request.Variant),
            "variant",
            $"'variant' is one of {string.Join(", ", Variants.All)}.");
        if (rules.Refusal is { } refusal)
        {
            return refusal;
        }

        if (catalogue.Find(routineId) is not { } routine)
        {
            return Problem.Of(ProblemType.NotFound, "There is no routine of this id.", "routineId");
        }

        var seconds = routine.Steps.Select(step => step.PlannedSeconds);
        var run = new Run(Guid.CreateVersion7(time.GetUtcNow()).ToString("N"), routine.Id, request.Variant, time.GetUtcNow(), [.. seconds]);
        return TypedResults.Ok(new RunStarted(
            tokens.Protect(caller.Id(), run),
            routine.Id,
            RoutineDetails.Of(routine, catalogue).Steps,
            run.PlannedSeconds,
            run.EarliestCompletion));
    }
}
