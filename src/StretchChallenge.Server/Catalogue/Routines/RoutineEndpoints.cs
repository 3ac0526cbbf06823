using System.Collections.Immutable;
using Microsoft.AspNetCore.Http.HttpResults;
using StretchChallenge.Contracts.Refusals;
using StretchChallenge.Domain.Programme;
using StretchChallenge.Server.Problems;

namespace StretchChallenge.Server.Catalogue.Routines;

/// <summary>The routines; no sign-in is needed. The list contains the library; the programme's routines can be read by id.</summary>
internal static class RoutineEndpoints
{
    public static Ok<RoutineSummary[]> List(RoutineCatalogue catalogue) =>
        TypedResults.Ok(catalogue.Library.Select(RoutineSummary.Of).ToArray());

    public static Results<Ok<RoutineDetails>, ProblemHttpResult> Get(string id, RoutineCatalogue catalogue) =>
        catalogue.Find(id) is { } routine
            ? TypedResults.Ok(RoutineDetails.Of(routine, catalogue))
            : Problem.Of(DayRefusals.UnknownRoutine);
}

/// <summary>A routine in the list.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Minutes">The planned time in minutes, rounded up.</param>
/// <param name="Seconds">The planned time in seconds.</param>
/// <param name="Variants">The variants in which it can be started.</param>
/// <param name="Gentle">Whether it is suitable with a disc injury.</param>
public sealed record RoutineSummary(
    string Id, string Name, int Minutes, int Seconds, ImmutableArray<Variant> Variants, bool Gentle)
{
    /// <summary>The summary of a routine.</summary>
    public static RoutineSummary Of(Routine routine) => new(
        routine.Id,
        routine.Name,
        MinutesOf(routine),
        routine.PlannedSeconds,
        routine.Variants,
        routine.IsGentle);

    /// <summary>The planned time in whole minutes, rounded up.</summary>
    public static int MinutesOf(Routine routine) => (routine.PlannedSeconds + 59) / 60;
}

/// <summary>A routine with its steps: see <see cref="RoutineSummary" />.</summary>
public sealed record RoutineDetails(
    string Id,
    string Name,
    int Minutes,
    int Seconds,
    ImmutableArray<Variant> Variants,
    bool Gentle,
    ImmutableArray<RoutineStepDetails> Steps)
{
    /// <summary>The details of a routine.</summary>
    internal static RoutineDetails Of(Routine routine, RoutineCatalogue catalogue) => new(
        routine.Id,
        routine.Name,
        RoutineSummary.MinutesOf(routine),
        routine.PlannedSeconds,
        routine.Variants,
        routine.IsGentle,
        [.. routine.Steps.Select(step => RoutineStepDetails.Of(step, catalogue))]);
}

/// <summary>One step of a routine, with everything that a player shows.</summary>
/// <param name="Exercise">The exercise's id.</param>
/// <param name="Name">The exercise's name.</param>
/// <param name="Side">The side that is exercised.</param>
/// <param name="Seconds">The duration in seconds.</param>
/// <param name="GetReady">The seconds before the step to get ready.</param>
/// <param name="Instructions">How the exercise is done.</param>
/// <param name="Cues">Short reminders while it is done.</param>
public sealed record RoutineStepDetails(
    string Exercise,
    string Name,
    Side Side,
    int Seconds,
    int GetReady,
    ImmutableArray<string> Instructions,
    ImmutableArray<string> Cues)
{
    /// <summary>The details of a step.</summary>
    internal static RoutineStepDetails Of(RoutineStep step, RoutineCatalogue catalogue)
    {
        var exercise = catalogue.ExerciseOf(step);
        return new RoutineStepDetails(
            exercise.Id, exercise.Name, step.Side, step.Seconds, step.GetReadySeconds, exercise.Steps, exercise.Cues);
    }
}
