using System.Collections.Immutable;
using System.Text.Json;
using StretchChallenge.Server.Catalogue.Exercises;

namespace StretchChallenge.Server.Catalogue.Reading.Translations;

/// <summary>The texts of an exercise in another language. The lists are as long as in English.</summary>
internal sealed record TranslatedExercise(
    string Name,
    ImmutableArray<string> OtherNames,
    ImmutableArray<string> Steps,
    ImmutableArray<string> Cues,
    ImmutableArray<string> Mistakes,
    string? Easier,
    string? Deeper,
    ImmutableArray<string> Cautions)
{
    /// <summary>Reads the texts of an exercise.</summary>
    public static TranslatedExercise? Read(JsonElement json, SourceLocation location, Exercise english) => JsonFieldReader.Read(json, location, fields =>
    {
        fields.Required("id", FieldValues.Text(1, 60));
        return new TranslatedExercise(
            fields.Required("name", ExerciseParser.Name),
            fields.Set("otherNames", 0, ExerciseParser.MaxOtherNames, ExerciseParser.OtherName),
            ReadAsMany(fields, "steps", english.Steps, ExerciseParser.Step),
            ReadAsMany(fields, "cues", english.Cues, ExerciseParser.Cue),
            ReadAsMany(fields, "mistakes", english.Mistakes, ExerciseParser.Remark),
            ReadAdaptation(fields, "easier", english.Easier),
            ReadAdaptation(fields, "deeper", english.Deeper),
            ReadAsMany(fields, "cautions", english.Cautions, ExerciseParser.Remark));
    });

    /// <summary>The exercise with these texts.</summary>
    public Exercise ApplyTo(Exercise english) => english with
    {
        Name = Name,
        OtherNames = OtherNames,
        Steps = Steps,
        Cues = Cues,
        Mistakes = Mistakes,
        Easier = english.Easier is { } easier ? easier with { Text = Easier! } : null,
        Deeper = english.Deeper is { } deeper ? deeper with { Text = Deeper! } : null,
        Cautions = Cautions,
    };

    private static ImmutableArray<string> ReadAsMany(
        JsonFieldReader fields, string name, ImmutableArray<string> english, Func<JsonElement, SourceLocation, string> read) =>
        fields.Set(name, english.Length, english.Length, read);

    private static string? ReadAdaptation(JsonFieldReader fields, string name, Adaptation? english) => english is null
        ? null
        : fields.Required(name, (json, location) => JsonFieldReader.Read(json, location, words => words.Required("text", ExerciseParser.Remark)));
}

/// <summary>The name of something in another language.</summary>
internal sealed record TranslatedName(string Name)
{
    /// <summary>The placeholder of the week's number in the name of a programme's routine.</summary>
    public const string Week = "{week}";

    /// <summary>Reads a name.</summary>
    public static TranslatedName? Read(JsonElement json, SourceLocation location) => JsonFieldReader.Read(json, location, fields =>
    {
        fields.Required("id", FieldValues.Text(1, 60));
        return new TranslatedName(fields.Required("name", FieldValues.Text(2, 80)));
    });

    /// <summary>Reads the name of a routine.</summary>
    public static TranslatedName? ReadRoutine(JsonElement json, SourceLocation location) => JsonFieldReader.Read(json, location, fields =>
    {
        fields.Required("id", FieldValues.Text(1, 60));
        return new TranslatedName(fields.Required("name", RoutineDefinition.NameText));
    });

    /// <summary>Reads the name of the programme's routines in one variant.</summary>
    public static TranslatedName? ReadProgramme(JsonElement json, SourceLocation location)
    {
        var word = ReadRoutine(json, location);
        location.In("name").Check(
            word?.Name is null or "" || word.Name.Contains(Week, StringComparison.Ordinal), $"must have {Week} where the number of the week stands.");
        return word;
    }
}
