using System.Text.Json;
using StretchChallenge.Server.Catalogue.Exercises;

namespace StretchChallenge.Server.Catalogue.Reading;

/// <summary>An exercise as a data file writes it.</summary>
internal static class ExerciseSource
{
    /// <summary>How many other names an exercise may have.</summary>
    public const int MostOtherNames = 4;

    private const int LongestStep = 200;
    private const int LongestCue = 40;

    /// <summary>Reads a name.</summary>
    public static Func<JsonElement, FaultPlace, string> Name { get; } = Values.Text(3, 60);

    /// <summary>Reads another name.</summary>
    public static Func<JsonElement, FaultPlace, string> OtherName { get; } = Values.Text(3, 80);

    /// <summary>Reads a step.</summary>
    public static Func<JsonElement, FaultPlace, string> Step { get; } = Values.Text(10, LongestStep);

    /// <summary>Reads a cue.</summary>
    public static Func<JsonElement, FaultPlace, string> Cue { get; } = Values.Text(3, LongestCue);

    /// <summary>Reads a mistake, a caution, or the text of an easier or deeper way.</summary>
    public static Func<JsonElement, FaultPlace, string> Remark { get; } = Values.Text(5, LongestStep);

    /// <summary>Reads an exercise.</summary>
    public static Exercise? Read(JsonElement json, FaultPlace place, ExerciseIds ids)
    {
        var exercise = EntryReader.Read(json, place, fields => new Exercise(
            fields.Required("id", Values.Id),
            fields.Required("name", Name),
            fields.Set("otherNames", 0, MostOtherNames, OtherName),
            fields.Set("source", 1, 5, Values.Source),
            fields.Required("kind", Values.Word<ExerciseKind>),
            fields.Required("position", Values.Word<Position>),
            fields.Set("equipment", 0, 6, Values.Word<Equipment>),
            fields.Required("desk", Values.Flag),
            fields.Required("seated", Values.Flag),
            fields.Required("sides", Values.Flag),
            fields.Required("hamstrings", Values.Flag),
            fields.Required("discInjury", Values.Flag),
            fields.Optional("dose", ReadDose) ?? new Dose(),
            fields.List("progression", 1, 8, (value, at) => ReadStage(value, at)!),
            fields.Set("steps", 3, 6, Step),
            fields.Set("cues", 1, 3, Cue),
            fields.Set("mistakes", 1, 3, Remark),
            fields.Optional("easier", (value, at) => ReadAdaptation(value, at, ids)),
            fields.Optional("deeper", (value, at) => ReadAdaptation(value, at, ids)),
            fields.Set("cautions", 0, 4, Remark),
            fields.Set("muscles", 1, 6, Values.Word<Muscle>)));
        if (exercise is not null)
        {
            CheckProgression(exercise, place.In("progression"));
            CheckSense(exercise, place);
        }

        return exercise;
    }

    private static Dose? ReadDose(JsonElement json, FaultPlace place) => EntryReader.Read(json, place, fields => new Dose(
        fields.Optional("hold", Values.Range(1, 600)),
        fields.OptionalNumber("breaths", 1, 30),
        fields.Optional("reps", Values.Range(1, 50)),
        fields.OptionalNumber("sets", 1, 10)));

    private static ProgressionStage? ReadStage(JsonElement json, FaultPlace place) => EntryReader.Read(json, place, fields => new ProgressionStage(
        fields.Required("week", Values.Number(1, 8)),
        fields.Required("seconds", Values.Number(10, 60)),
        fields.OptionalNumber("reps", 1, 50),
        fields.OptionalNumber("sets", 1, 6)));

    private static Adaptation? ReadAdaptation(JsonElement json, FaultPlace place, ExerciseIds ids) => EntryReader.Read(json, place, fields => new Adaptation(
        fields.Required("text", Remark),
        fields.Optional("exercise", Values.Exercise(ids))));

    private static void CheckProgression(Exercise exercise, FaultPlace place)
    {
        int[] weeks = exercise.Progression.IsDefault ? [] : [.. exercise.Progression.Select(stage => stage?.Week ?? 0)];
        if (weeks.Length == 0 || weeks.Contains(0))
        {
            return;
        }

        if (!place.Item(0).In("week").Check(weeks[0] == 1, $"must be 1, for the first weeks too need a time, but is {weeks[0]}."))
        {
            return;
        }

        for (var index = 1; index < weeks.Length; index++)
        {
            place.Item(index).In("week").Check(
                weeks[index] > weeks[index - 1], $"must be after the week before it ({weeks[index - 1]}), but is {weeks[index]}.");
        }
    }

    private static void CheckSense(Exercise exercise, FaultPlace place)
    {
        place.In("discInjury").Check(
            !(exercise.DiscInjury && exercise.Hamstrings), "must be false: with a disc injury the hamstrings are not stretched.");
        place.In("easier").Check(exercise.Easier?.Exercise is not { } easier || easier != exercise.Id, "names the exercise itself.");
        place.In("deeper").Check(exercise.Deeper?.Exercise is not { } deeper || deeper != exercise.Id, "names the exercise itself.");
    }
}
