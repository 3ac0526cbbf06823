using System.Collections.Immutable;
using StretchChallenge.Domain.Programme;

namespace StretchChallenge.Server.Catalogue.Routines;

/// <summary>One step of a routine, with what a player needs to show it.</summary>
/// <param name="Exercise">The exercise's id.</param>
/// <param name="Name">The exercise's name.</param>
/// <param name="Side">The side that it is for.</param>
/// <param name="Seconds">How long it is done.</param>
/// <param name="GetReady">How many seconds one has before it to get ready.</param>
/// <param name="Instructions">How it is done.</param>
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
