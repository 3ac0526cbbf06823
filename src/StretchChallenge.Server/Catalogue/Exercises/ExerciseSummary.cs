using System.Collections.Immutable;

namespace StretchChallenge.Server.Catalogue.Exercises;

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
