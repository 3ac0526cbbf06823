using System.Collections.Immutable;
using StretchChallenge.Domain.Programme;

namespace StretchChallenge.Server.Catalogue;

/// <summary>A routine with its steps.</summary>
public sealed record RoutineDetails(string Id, string Name, ImmutableArray<RoutineStepDetails> Steps)
{
    /// <summary>The details of a routine.</summary>
    public static RoutineDetails Of(Routine routine, RoutineCatalogue catalogue) =>
        new(routine.Id, routine.Name, [.. routine.Steps.Select(step => RoutineStepDetails.Of(step, catalogue))]);
}
