using Microsoft.AspNetCore.Http.HttpResults;
using StretchChallenge.Server.Problems;
using StretchChallenge.Server.Problems.Fields;

namespace StretchChallenge.Server.Catalogue.Exercises;

/// <summary>The exercises, open to all.</summary>
internal static class ExerciseEndpoints
{
    public static Results<Ok<ExerciseSummary[]>, ProblemHttpResult> List(
        [AsParameters] ExerciseQuery query, RoutineCatalogue catalogue)
    {
        var rules = new FieldRules();
        var filter = new ExerciseFilter(query, rules);
        return rules.Refusal is { } refusal
            ? refusal
            : TypedResults.Ok(catalogue.Exercises
                .Where(filter.Shows)
                .Select(listed => ExerciseSummary.Of(listed.Exercise))
                .ToArray());
    }

    public static Results<Ok<Exercise>, ProblemHttpResult> Get(string id, RoutineCatalogue catalogue) =>
        catalogue.FindExercise(id) is { } exercise
            ? TypedResults.Ok(exercise)
            : Problem.Of(ProblemType.NotFound, "There is no exercise of this id.");
}
