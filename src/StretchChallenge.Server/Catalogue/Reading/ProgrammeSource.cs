using System.Collections.Immutable;
using System.Text.Json;
using StretchChallenge.Domain.Programme;
using StretchChallenge.Server.Hosting;

namespace StretchChallenge.Server.Catalogue.Reading;

/// <summary>A block of the programme as its data file writes it.</summary>
/// <param name="Block">1 to 4.</param>
/// <param name="Weeks">Its two weeks.</param>
/// <param name="Stretches">The stretches that it is about.</param>
/// <param name="Core">The core exercises that it is about.</param>
/// <param name="LineUps">What is done, in the order of the variants and in each first A, then B.</param>
internal sealed record ProgrammeSource(
    int Block,
    ImmutableArray<int> Weeks,
    ImmutableArray<string> Stretches,
    ImmutableArray<string> Core,
    ImmutableArray<LineUpSource> LineUps)
{
    private const int FewestExercises = 2;
    private const int MostExercises = 20;

    /// <summary>The ids of all exercises that the block names.</summary>
    public IEnumerable<string> Exercises =>
        [.. Stretches, .. Core, .. LineUps.SelectMany(lineUp => lineUp.Items).Select(item => item.Exercise)];

    /// <summary>Reads a block.</summary>
    public static ProgrammeSource? Read(JsonElement json, FaultPlace place, ExerciseIds ids) => EntryReader.Read(json, place, fields => new ProgrammeSource(
        fields.Required("block", Values.Number(1, 4)),
        fields.Set("weeks", 2, 2, Values.Number(1, ChallengeSchedule.Weeks)),
        fields.Set("stretches", 1, 4, Values.Exercise(ids)),
        fields.Set("core", 1, 4, Values.Exercise(ids)),
        fields.Required("lineUps", (value, at) => ReadLineUps(value, at, ids))));

    private static ImmutableArray<LineUpSource> ReadLineUps(JsonElement json, FaultPlace place, ExerciseIds ids) => EntryReader.Read(
        json, place, variants => Enum.GetValues<Variant>().SelectMany(variant => variants.Required(
            WireWord.Of(variant), (value, at) => ReadBoth(variant, value, at, ids)) ?? []).ToImmutableArray());

    private static LineUpSource[]? ReadBoth(Variant variant, JsonElement json, FaultPlace place, ExerciseIds ids) => EntryReader.Read(
        json, place, both => Enum.GetValues<LineUp>().Select(lineUp => new LineUpSource(
            variant,
            lineUp,
            place.In(WireWord.Of(lineUp)),
            both.List(WireWord.Of(lineUp), FewestExercises, MostExercises, (value, at) => LineUpSource.Item.Read(value, at, ids)))).ToArray());
}
