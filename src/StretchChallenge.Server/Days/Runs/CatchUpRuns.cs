using System.Collections.Immutable;
using Microsoft.AspNetCore.Http.HttpResults;
using StretchChallenge.Contracts.Sessions;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Programme;
using StretchChallenge.Server.Catalogue;
using StretchChallenge.Server.Catalogue.Routines;
using StretchChallenge.Server.Problems;
using StretchChallenge.Server.Safety;

namespace StretchChallenge.Server.Days.Runs;

/// <summary>Starts runs of the steps that a person missed in a live break (rule 25).</summary>
internal sealed class CatchUpRuns(
    RoutineCatalogue catalogue, SafetyAnswers safety, RunTokens tokens, IGrainFactory grains, TimeProvider time)
{
    private const int MillisecondsPerSecond = 1000;

    /// <summary>Starts the run of a person's missed steps. Every start has the same run id, so it can be completed once.</summary>
    public async Task<Results<Ok<RunStarted>, ProblemHttpResult>> StartAsync(
        UserId person, string sessionId, CancellationToken cancellationToken)
    {
        var outcome = await grains.GetGrain<ISessionGrain>(sessionId).GetCatchUpAsync(person.Value, cancellationToken);
        if (outcome.IsRefused(out var refusal, out var catchUp))
        {
            return Problem.Of(refusal);
        }

        var steps = await StepsAsync(person, catchUp, cancellationToken);
        var now = time.GetUtcNow();
        var run = new Run(
            $"live:{sessionId}:{person}",
            catchUp.RoutineId,
            null,
            now,
            [.. steps.Select(step => step.Seconds)])
        {
            CatchUp = catchUp.Session,
        };
        return TypedResults.Ok(new RunStarted(
            tokens.Protect(person, run),
            catchUp.RoutineId,
            [.. steps.Select(step => RoutineStepDetails.Of(step, catalogue))],
            run.PlannedSeconds,
            run.EarliestCompletion));
    }

    // The missed steps of the session; for people with a disc injury, or if the catalogue changed since, as much of the
    // gentle routine. Both take as long as what was missed.
    private async Task<ImmutableArray<RoutineStep>> StepsAsync(UserId person, SessionCatchUp catchUp, CancellationToken cancellationToken)
    {
        var routine = catalogue.Find(catchUp.RoutineId);
        var needsGentle = routine is not { IsGentle: true } && await safety.HasDiscInjuryAsync(person, cancellationToken);
        if (needsGentle || routine is null || catchUp.Steps.Any(step => step >= routine.Steps.Length))
        {
            var gentle = catalogue.GentleFor(Variant.Desk).Steps;
            return
            [
                .. Domain.Sessions.RoutineFit.Fit(gentle, catchUp.StepMs.Sum()).Select(fit => gentle[fit.Step] with
                {
                    Seconds = Seconds(fit.Hold),
                    GetReadySeconds = (int)(fit.GetReady / MillisecondsPerSecond),
                }),
            ];
        }

        return [.. catchUp.Steps.Select(step => routine.Steps[step])];
    }

    private static int Seconds(long ms) => (int)Math.Max(1, ms / MillisecondsPerSecond);
}
