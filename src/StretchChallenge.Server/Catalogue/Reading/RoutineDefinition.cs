using System.Collections.Immutable;
using System.Text.Json;
using StretchChallenge.Domain.Programme;
using StretchChallenge.Server.Catalogue.Exercises;
using StretchChallenge.Server.Hosting;

namespace StretchChallenge.Server.Catalogue.Reading;

/// <summary>A routine of the library as defined in the data file: rounds of steps, each done on both sides if the exercise has sides.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Minutes">The allowed duration in minutes.</param>
/// <param name="Gentle">Whether it is meant for people with a disc injury.</param>
/// <param name="Rounds">How often the steps are repeated.</param>
/// <param name="Steps">The steps of one round.</param>
internal sealed record RoutineDefinition(
    string Id, string Name, DoseRange Minutes, bool Gentle, int Rounds, ImmutableArray<RoutineDefinition.Step> Steps)
{
    /// <summary>Reads a name.</summary>
    public static Func<JsonElement, SourceLocation, string> NameText { get; } = FieldValues.Text(3, 60);

    /// <summary>Reads a routine.</summary>
    public static RoutineDefinition? Read(JsonElement json, SourceLocation location, ExerciseIds ids) => JsonFieldReader.Read(json, location, fields =>
    {
        fields.Set("source", 1, 5, FieldValues.Source);
        return new RoutineDefinition(
            fields.Required("id", FieldValues.Id),
            fields.Required("name", NameText),
            fields.Required("minutes", FieldValues.Range(3, 10))!,
            fields.Required("gentle", FieldValues.Flag),
            fields.Required("rounds", FieldValues.Number(1, 10)),
            fields.List("steps", 1, 30, (value, at) => ReadStep(value, at, ids)!));
    });

    private static Step? ReadStep(JsonElement json, SourceLocation location, ExerciseIds ids) => JsonFieldReader.Read(json, location, fields => new Step(
        fields.Required("exercise", FieldValues.Exercise(ids)),
        fields.Required("seconds", FieldValues.Number(5, 120)),
        fields.Required("getReady", FieldValues.Number(0, 30))));

    /// <summary>One exercise of a round, with the seconds for each side.</summary>
    internal sealed record Step(string Exercise, int Seconds, int GetReady);
}

/// <summary>Checks the content of a routine of the library; its format is valid already.</summary>
internal static class RoutineRules
{
    private const string ProgrammePrefix = "week-";

    /// <summary>Checks one routine.</summary>
    public static void Check(RoutineDefinition source, Routine routine, IReadOnlyDictionary<string, Exercise> exercises, SourceLocation location)
    {
        location.In("id").Check(
            !source.Id.StartsWith(ProgrammePrefix, StringComparison.Ordinal), $"must not begin with '{ProgrammePrefix}': so do the routines of the programme.");
        var (least, most) = (source.Minutes.Min * 60, source.Minutes.Max * 60);
        location.In("steps").Check(
            routine.PlannedSeconds >= least && routine.PlannedSeconds <= most,
            $"take {routine.PlannedSeconds} s in all rounds, getting ready included, but {least} to {most} s are promised.");
        for (var index = 0; index < source.Steps.Length; index++)
        {
            var exercise = exercises[source.Steps[index].Exercise];
            location.In("steps").Item(index).In("exercise").Check(
                !source.Gentle || exercise.DiscInjury, $"names '{exercise.Id}', which does not suit a disc injury: it cannot be in a gentle routine.");
        }
    }

    /// <summary>Checks the gentle routines of all variants.</summary>
    public static void CheckGentle(IReadOnlyDictionary<string, Routine> library, SourceLocation file)
    {
        foreach (var variant in Enum.GetValues<Variant>())
        {
            var id = GentleRoutines.IdFor(variant);
            if (!library.TryGetValue(id, out var routine))
            {
                continue;
            }

            var location = file with { Entry = $"'{id}'" };
            location.In("gentle").Check(routine.IsGentle, "must be true: with a disc injury it takes the place of all others.");
            location.In("steps").Check(
                routine.Variants.Contains(variant), $"must all suit the variant '{EnumNames.Of(variant)}', for which this routine is the gentle one.");
        }
    }
}
