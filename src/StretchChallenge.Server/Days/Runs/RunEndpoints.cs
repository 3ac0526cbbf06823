using System.Collections.Immutable;
using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using StretchChallenge.Contracts.Refusals;
using StretchChallenge.Domain.Programme;
using StretchChallenge.Server.Accounts;
using StretchChallenge.Server.Catalogue;
using StretchChallenge.Server.Catalogue.Routines;
using StretchChallenge.Server.Hosting;
using StretchChallenge.Server.Ids;
using StretchChallenge.Server.Problems;
using StretchChallenge.Server.Problems.Fields;

namespace StretchChallenge.Server.Days.Runs;

/// <summary>A routine to start, or the missed steps of a live break: exactly one of the two.</summary>
/// <param name="RoutineId">The routine.</param>
/// <param name="Variant">The variant; the first of the routine's variants if missing.</param>
/// <param name="CatchUp">The id of a live break whose missed steps are to be done (rule 25).</param>
public sealed record RunRequest(string? RoutineId = null, string? Variant = null, string? CatchUp = null);

/// <summary>A started routine.</summary>
/// <param name="Run">The token that completes the run, once, for the person who started it.</param>
/// <param name="RoutineId">The routine: for people with a disc injury the gentle one of the variant, instead of the requested one.</param>
/// <param name="Steps">Its steps.</param>
/// <param name="PlannedSeconds">Its planned time, without getting ready.</param>
/// <param name="EarliestCompletion">The first instant at which it can be completed with no step skipped and nothing else done meanwhile (rule 11).</param>
public sealed record RunStarted(
    string Run,
    string RoutineId,
    ImmutableArray<RoutineStepDetails> Steps,
    int PlannedSeconds,
    DateTimeOffset EarliestCompletion);

/// <summary>Starts guided runs (rule 11).</summary>
internal static class RunEndpoints
{
    public static async Task<Results<Ok<RunStarted>, ProblemHttpResult>> Start(
        RunRequest request,
        ClaimsPrincipal caller,
        RoutineCatalogue catalogue,
        RoutineSelector routines,
        RunTokens tokens,
        CatchUpRuns catchUps,
        KnownIds known,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var rules = new FieldRules();
        if (request.CatchUp is not null)
        {
            rules.Token("catchUp", request.CatchUp);
            rules.Check(request.RoutineId is null && request.Variant is null, DayRefusals.RoutineOrCatchUp);
            if (rules.Refusal is null && !await known.HasSessionAsync(request.CatchUp, cancellationToken))
            {
                return Problem.Of(SessionRefusals.UnknownSession.At("catchUp"));
            }

            return rules.Refusal ?? await catchUps.StartAsync(caller.Id(), request.CatchUp, cancellationToken);
        }

        var routineId = rules.Token("routineId", request.RoutineId);
        var variant = EnumNames.Find<Variant>(request.Variant);
        rules.Check(
            request.Variant is null || variant is not null,
            FieldRefusals.NotOneOf("variant", string.Join(", ", EnumNames.All<Variant>())));
        if (rules.Refusal is { } refusal)
        {
            return refusal;
        }

        if (catalogue.Find(routineId) is not { } requested)
        {
            return Problem.Of(DayRefusals.UnknownRoutine.At("routineId"));
        }

        if (variant is { } chosen && !requested.Variants.Contains(chosen))
        {
            var offered = string.Join(", ", requested.Variants.Select(EnumNames.Of));
            return Problem.OfFields([DayRefusals.VariantNotOffered(offered)]);
        }

        var routine = await routines.SubstituteAsync(caller.Id(), requested, variant ?? requested.Variants[0], cancellationToken);
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
        var seconds = routine.Steps.Select(step => step.Seconds);
        var run = new Run(Guid.CreateVersion7(now).ToString("N"), routine.Id, variant, now, [.. seconds]);
        return new RunStarted(
            tokens.Protect(caller.Id(), run),
            routine.Id,
            RoutineDetails.Of(routine, catalogue).Steps,
            run.PlannedSeconds,
            run.EarliestCompletion);
    }
}
