using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using StretchChallenge.Domain.Programme;
using StretchChallenge.Server.Accounts;
using StretchChallenge.Server.Catalogue;
using StretchChallenge.Server.Catalogue.Routines;
using StretchChallenge.Server.Hosting;
using StretchChallenge.Server.Problems;
using StretchChallenge.Server.Problems.Fields;

namespace StretchChallenge.Server.Days.Runs;

/// <summary>Starting a guided routine (rule 11).</summary>
internal static class RunEndpoints
{
    public static async Task<Results<Ok<RunStarted>, ProblemHttpResult>> Start(
        RunRequest request,
        ClaimsPrincipal caller,
        RoutineCatalogue catalogue,
        DayRoutines routines,
        RunTokens tokens,
        CatchUpRuns catchUps,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var rules = new FieldRules();
        if (request.CatchUp is not null)
        {
            rules.Token("catchUp", request.CatchUp);
            rules.Check(request.RoutineId is null && request.Variant is null, "catchUp", "Send either 'routineId', or 'catchUp'.");
            return rules.Refusal ?? await catchUps.StartAsync(caller.Id(), request.CatchUp, cancellationToken);
        }

        var routineId = rules.Token("routineId", request.RoutineId);
        var variant = WireWord.Find<Variant>(request.Variant);
        rules.Check(
            request.Variant is null || variant is not null,
            "variant",
            $"'variant' is one of {string.Join(", ", WireWord.All<Variant>())}.");
        if (rules.Refusal is { } refusal)
        {
            return refusal;
        }

        if (catalogue.Find(routineId) is not { } asked)
        {
            return Problem.Of(ProblemType.NotFound, "There is no routine of this id.", "routineId");
        }

        if (variant is { } chosen && !asked.Variants.Contains(chosen))
        {
            var offered = string.Join(", ", asked.Variants.Select(WireWord.Of));
            return Problem.Of(ProblemType.InvalidRequest, $"This routine can be done in the variants: {offered}.", "variant");
        }

        var routine = await routines.FitAsync(caller.Id(), asked, variant ?? asked.Variants[0], cancellationToken);
        return TypedResults.Ok(Begin(routine, request.Variant, caller, catalogue, tokens, time));
    }

    private static RunStarted Begin(
        Routine routine,
        string? variant,
        ClaimsPrincipal caller,
        RoutineCatalogue catalogue,
        RunTokens tokens,
        TimeProvider time)
    {
        var now = time.GetUtcNow();
        var seconds = routine.Steps.Select(step => step.PlannedSeconds);
        var run = new Run(Guid.CreateVersion7(now).ToString("N"), routine.Id, variant, now, [.. seconds]);
        return new RunStarted(
            tokens.Protect(caller.Id(), run),
            routine.Id,
            RoutineDetails.Of(routine, catalogue).Steps,
            run.PlannedSeconds,
            run.EarliestCompletion);
    }
}
