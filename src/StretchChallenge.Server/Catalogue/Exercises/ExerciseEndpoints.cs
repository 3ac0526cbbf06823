using System.Collections.Immutable;
using Microsoft.AspNetCore.Http.HttpResults;
using StretchChallenge.Contracts.Refusals;
using StretchChallenge.Server.Problems.Fields;
using StretchChallenge.Server.Problems;

namespace StretchChallenge.Server.Catalogue.Exercises;

/// <summary>The exercises; no sign-in is needed.</summary>
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
                .Where(filter.Matches)
                .Select(found => ExerciseSummary.Of(found.Exercise))
                .ToArray());
    }

    public static Results<Ok<Exercise>, ProblemHttpResult> Get(string id, RoutineCatalogue catalogue) =>
        catalogue.FindExercise(id) is { } exercise
            ? TypedResults.Ok(exercise)
            : Problem.Of(DayRefusals.UnknownExercise);
}

/// <summary>An exercise in the list: see <see cref="Exercise" />.</summary>
public sealed record ExerciseSummary(
    string Id,
    string Name,
    ImmutableArray<string> OtherNames,
    Position Position,
    ExerciseKind Kind,
    bool Desk,
    bool Seated,
    bool Sides,
    ImmutableArray<Equipment> Equipment,
    ImmutableArray<Muscle> Muscles,
    ImmutableArray<string> Source,
    bool DiscInjury,
    Dose Dose)
{
    /// <summary>The summary of an exercise.</summary>
    public static ExerciseSummary Of(Exercise exercise) => new(
        exercise.Id,
        exercise.Name,
        exercise.OtherNames,
        exercise.Position,
        exercise.Kind,
        exercise.Desk,
        exercise.Seated,
        exercise.Sides,
        exercise.Equipment,
        exercise.Muscles,
        exercise.Source,
        exercise.DiscInjury,
        exercise.Dose);
}
