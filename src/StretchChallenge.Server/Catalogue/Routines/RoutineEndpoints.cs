using Microsoft.AspNetCore.Http.HttpResults;
using StretchChallenge.Server.Problems;

namespace StretchChallenge.Server.Catalogue.Routines;

/// <summary>The routines, open to all: the list shows the library, those of the programme are found by their ids.</summary>
internal static class RoutineEndpoints
{
    public static Ok<RoutineSummary[]> List(RoutineCatalogue catalogue) =>
        TypedResults.Ok(catalogue.Library.Select(RoutineSummary.Of).ToArray());

    public static Results<Ok<RoutineDetails>, ProblemHttpResult> Get(string id, RoutineCatalogue catalogue) =>
        catalogue.Find(id) is { } routine
            ? TypedResults.Ok(RoutineDetails.Of(routine, catalogue))
            : Problem.Of(ProblemType.NotFound, "There is no routine of this id.");
}
