using System.Collections.Immutable;
using StretchChallenge.Domain.Programme;

namespace StretchChallenge.Server.Catalogue.Routines;

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
