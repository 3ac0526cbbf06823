using Microsoft.AspNetCore.Http.HttpResults;
using StretchChallenge.Server.Problems;

namespace StretchChallenge.Server.Catalogue;

/// <summary>The routines, open to all.</summary>
internal static class CatalogueEndpoints
{
    public static Ok<RoutineSummary[]> List(RoutineCatalogue catalogue) =>
        TypedResults.Ok(catalogue.Routines.Select(RoutineSummary.Of).ToArray());

    public static Results<Ok<RoutineDetails>, ProblemHttpResult> Get(string id, RoutineCatalogue catalogue) =>
        catalogue.Find(id) is { } routine
            ? TypedResults.Ok(RoutineDetails.Of(routine, catalogue))
            : Problem.Of(ProblemType.NotFound, "There is no routine of this id.");
}
