using System.Collections.Immutable;
using System.Text.Json;
using StretchChallenge.Server.Catalogue.Exercises;

namespace StretchChallenge.Server.Catalogue.Reading.Translations;

/// <summary>The words of an exercise in another language; all else is as in English, so the lists are as long as there.</summary>
internal sealed record ExerciseWords(
    string Name,
    ImmutableArray<string> OtherNames,
    ImmutableArray<string> Steps,
    ImmutableArray<string> Cues,
    ImmutableArray<string> Mistakes,
    string? Easier,
    string? Deeper,
    ImmutableArray<string> Cautions)
{
    /// <summary>Reads the words of an exercise.</summary>
    public static ExerciseWords? Read(JsonElement json, FaultPlace place, Exercise english) => EntryReader.Read(json, place, fields =>
    {
        fields.Required("id", Values.Text(1, 60));
        return new ExerciseWords(
            fields.Required("name", ExerciseSource.Name),
            fields.Set("otherNames", 0, ExerciseSource.MostOtherNames, ExerciseSource.OtherName),
            ReadAsMany(fields, "steps", english.Steps, ExerciseSource.Step),
            ReadAsMany(fields, "cues", english.Cues, ExerciseSource.Cue),
            ReadAsMany(fields, "mistakes", english.Mistakes, ExerciseSource.Remark),
            ReadAdaptation(fields, "easier", english.Easier),
            ReadAdaptation(fields, "deeper", english.Deeper),
            ReadAsMany(fields, "cautions", english.Cautions, ExerciseSource.Remark));
    });

    /// <summary>The exercise in these words.</summary>
    public Exercise Over(Exercise english) => english with
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
        EntryReader fields, string name, ImmutableArray<string> english, Func<JsonElement, FaultPlace, string> read) =>
        fields.Set(name, english.Length, english.Length, read);

    private static string? ReadAdaptation(EntryReader fields, string name, Adaptation? english) => english is null
        ? null
        : fields.Required(name, (json, place) => EntryReader.Read(json, place, words => words.Required("text", ExerciseSource.Remark)));
}
