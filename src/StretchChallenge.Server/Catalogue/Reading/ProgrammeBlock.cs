using System.Collections.Immutable;
using System.Text.Json;
using StretchChallenge.Domain.Programme;
using StretchChallenge.Server.Hosting;

namespace StretchChallenge.Server.Catalogue.Reading;

/// <summary>A block of the programme as defined in the data file.</summary>
/// <param name="Block">1 to 4.</param>
/// <param name="Weeks">Its two weeks.</param>
/// <param name="Stretches">The main stretches.</param>
/// <param name="Core">The main core exercises.</param>
/// <param name="LineUps">The line-ups, ordered by variant and within each by A, then B.</param>
internal sealed record ProgrammeBlock(
    int Block,
    ImmutableArray<int> Weeks,
    ImmutableArray<string> Stretches,
    ImmutableArray<string> Core,
    ImmutableArray<LineUpDefinition> LineUps)
{
    private const int MinExercises = 2;
    private const int MaxExercises = 20;

    /// <summary>The ids of all exercises that the block refers to.</summary>
    public IEnumerable<string> Exercises =>
        [.. Stretches, .. Core, .. LineUps.SelectMany(lineUp => lineUp.Items).Select(item => item.Exercise)];

    /// <summary>Reads a block.</summary>
    public static ProgrammeBlock? Read(JsonElement json, SourceLocation location, ExerciseIds ids) => JsonFieldReader.Read(json, location, fields => new ProgrammeBlock(
        fields.Required("block", FieldValues.Number(1, 4)),
        fields.Set("weeks", 2, 2, FieldValues.Number(1, ChallengeSchedule.Weeks)),
        fields.Set("stretches", 1, 4, FieldValues.Exercise(ids)),
        fields.Set("core", 1, 4, FieldValues.Exercise(ids)),
        fields.Required("lineUps", (value, at) => ReadLineUps(value, at, ids))));

    private static ImmutableArray<LineUpDefinition> ReadLineUps(JsonElement json, SourceLocation location, ExerciseIds ids) => JsonFieldReader.Read(
        json, location, variants => Enum.GetValues<Variant>().SelectMany(variant => variants.Required(
            EnumNames.Of(variant), (value, at) => ReadBoth(variant, value, at, ids)) ?? []).ToImmutableArray());

    private static LineUpDefinition[]? ReadBoth(Variant variant, JsonElement json, SourceLocation location, ExerciseIds ids) => JsonFieldReader.Read(
        json, location, both => Enum.GetValues<LineUp>().Select(lineUp => new LineUpDefinition(
            variant,
            lineUp,
            location.In(EnumNames.Of(lineUp)),
            both.List(EnumNames.Of(lineUp), MinExercises, MaxExercises, (value, at) => LineUpDefinition.Item.Read(value, at, ids)))).ToArray());
}

/// <summary>A daily line-up of a block in one variant, as defined in the data file.</summary>
internal sealed record LineUpDefinition(Variant Variant, LineUp LineUp, SourceLocation Location, ImmutableArray<LineUpDefinition.Item> Items)
{
    /// <summary>One exercise: only its id, or with its own number of sets and seconds to get ready.</summary>
    internal sealed record Item(string Exercise, int? Sets = null, int? GetReady = null)
    {
        /// <summary>Reads an item.</summary>
        public static Item Read(JsonElement json, SourceLocation location, ExerciseIds ids)
        {
            if (json.ValueKind != JsonValueKind.Object)
            {
                return new Item(FieldValues.Exercise(ids)(json, location));
            }

            return JsonFieldReader.Read(json, location, fields => new Item(
                fields.Required("exercise", FieldValues.Exercise(ids)),
                fields.OptionalNumber("sets", 1, 6),
                fields.OptionalNumber("getReady", 0, 30)))!;
        }
    }
}
