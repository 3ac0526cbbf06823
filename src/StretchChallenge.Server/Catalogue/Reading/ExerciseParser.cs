using System.Text.Json;
using StretchChallenge.Server.Catalogue.Exercises;

namespace StretchChallenge.Server.Catalogue.Reading;

/// <summary>Reads an exercise of a data file and checks it.</summary>
internal static class ExerciseParser
{
    /// <summary>The maximum number of other names of an exercise.</summary>
    public const int MaxOtherNames = 4;

    private const int MaxStepLength = 200;
    private const int MaxCueLength = 40;

    /// <summary>Reads a name.</summary>
    public static Func<JsonElement, SourceLocation, string> Name { get; } = FieldValues.Text(3, 60);

    /// <summary>Reads another name.</summary>
    public static Func<JsonElement, SourceLocation, string> OtherName { get; } = FieldValues.Text(3, 80);

    /// <summary>Reads a step.</summary>
    public static Func<JsonElement, SourceLocation, string> Step { get; } = FieldValues.Text(10, MaxStepLength);

    /// <summary>Reads a cue.</summary>
    public static Func<JsonElement, SourceLocation, string> Cue { get; } = FieldValues.Text(3, MaxCueLength);

    /// <summary>Reads a mistake, a caution, or the text of an adaptation.</summary>
    public static Func<JsonElement, SourceLocation, string> Remark { get; } = FieldValues.Text(5, MaxStepLength);

    /// <summary>Reads an exercise.</summary>
    public static Exercise? Read(JsonElement json, SourceLocation location, ExerciseIds ids)
    {
        var exercise = JsonFieldReader.Read(json, location, fields => new Exercise(
            fields.Required("id", FieldValues.Id),
            fields.Required("name", Name),
            fields.Set("otherNames", 0, MaxOtherNames, OtherName),
            fields.Set("source", 1, 5, FieldValues.Source),
            fields.Required("kind", FieldValues.Word<ExerciseKind>),
            fields.Required("position", FieldValues.Word<Position>),
            fields.Set("equipment", 0, 6, FieldValues.Word<Equipment>),
            fields.Required("desk", FieldValues.Flag),
            fields.Required("seated", FieldValues.Flag),
            fields.Required("sides", FieldValues.Flag),
            fields.Required("hamstrings", FieldValues.Flag),
            fields.Required("discInjury", FieldValues.Flag),
            fields.Optional("dose", ReadDose) ?? new Dose(),
            fields.List("progression", 1, 8, (value, at) => ReadStage(value, at)!),
            fields.Set("steps", 3, 6, Step),
            fields.Set("cues", 1, 3, Cue),
            fields.Set("mistakes", 1, 3, Remark),
            fields.Optional("easier", (value, at) => ReadAdaptation(value, at, ids)),
            fields.Optional("deeper", (value, at) => ReadAdaptation(value, at, ids)),
            fields.Set("cautions", 0, 4, Remark),
            fields.Set("muscles", 1, 6, FieldValues.Word<Muscle>)));
        if (exercise is not null)
        {
            CheckProgression(exercise, location.In("progression"));
            CheckConsistency(exercise, location);
        }

        return exercise;
    }

    private static Dose? ReadDose(JsonElement json, SourceLocation location) => JsonFieldReader.Read(json, location, fields => new Dose(
        fields.Optional("hold", FieldValues.Range(1, 600)),
        fields.OptionalNumber("breaths", 1, 30),
        fields.Optional("reps", FieldValues.Range(1, 50)),
        fields.OptionalNumber("sets", 1, 10)));

    private static ProgressionStage? ReadStage(JsonElement json, SourceLocation location) => JsonFieldReader.Read(json, location, fields => new ProgressionStage(
        fields.Required("week", FieldValues.Number(1, 8)),
        fields.Required("seconds", FieldValues.Number(10, 60)),
        fields.OptionalNumber("reps", 1, 50),
        fields.OptionalNumber("sets", 1, 6)));

    private static Adaptation? ReadAdaptation(JsonElement json, SourceLocation location, ExerciseIds ids) => JsonFieldReader.Read(json, location, fields => new Adaptation(
        fields.Required("text", Remark),
        fields.Optional("exercise", FieldValues.Exercise(ids))));

    private static void CheckProgression(Exercise exercise, SourceLocation location)
    {
        int[] weeks = exercise.Progression.IsDefault ? [] : [.. exercise.Progression.Select(stage => stage?.Week ?? 0)];
        if (weeks.Length == 0 || weeks.Contains(0))
        {
            return;
        }

        if (!location.Item(0).In("week").Check(weeks[0] == 1, $"must be 1, for the first weeks too need a time, but is {weeks[0]}."))
        {
            return;
        }

        for (var index = 1; index < weeks.Length; index++)
        {
            location.Item(index).In("week").Check(
                weeks[index] > weeks[index - 1], $"must be after the week before it ({weeks[index - 1]}), but is {weeks[index]}.");
        }
    }

    private static void CheckConsistency(Exercise exercise, SourceLocation location)
    {
        location.In("discInjury").Check(
            !(exercise.DiscInjury && exercise.Hamstrings), "must be false: with a disc injury the hamstrings are not stretched.");
        location.In("easier").Check(exercise.Easier?.Exercise is not { } easier || easier != exercise.Id, "names the exercise itself.");
        location.In("deeper").Check(exercise.Deeper?.Exercise is not { } deeper || deeper != exercise.Id, "names the exercise itself.");
    }
}

/// <summary>
/// The ids of all exercises in all files, invalid exercises included: an error in one exercise must not cause errors in all
/// entries that refer to it.
/// </summary>
internal sealed class ExerciseIds
{
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private bool _someUnreadable;

    /// <summary>Adds the ids of a file's entries, which are null if the file could not be parsed.</summary>
    public void Add(JsonElement[]? entries)
    {
        _someUnreadable |= entries is null;
        foreach (var entry in entries ?? [])
        {
            if (IdOf(entry) is { } id)
            {
                _ids.Add(id);
            }
            else
            {
                _someUnreadable = true;
            }
        }
    }

    /// <summary>Whether there is certainly no exercise with this id.</summary>
    public bool IsUnknown(string id) => !_someUnreadable && !_ids.Contains(id);

    /// <summary>The id of an entry, or null if it cannot be read.</summary>
    public static string? IdOf(JsonElement entry) =>
        entry.ValueKind == JsonValueKind.Object && entry.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String
            ? id.GetString()
            : null;
}
