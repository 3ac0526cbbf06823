using System.Collections.Immutable;
using System.Text.Json;
using StretchChallenge.Server.Catalogue.Exercises;

namespace StretchChallenge.Server.Catalogue.Reading;

/// <summary>A routine as its data file writes it: rounds of a few exercises, each on both sides where it has sides.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Minutes">What it is to take.</param>
/// <param name="Gentle">Whether it is meant for a disc injury.</param>
/// <param name="Rounds">How often its steps are done.</param>
/// <param name="Steps">One round.</param>
internal sealed record RoutineSource(
    string Id, string Name, DoseRange Minutes, bool Gentle, int Rounds, ImmutableArray<RoutineSource.Step> Steps)
{
    /// <summary>Reads a name.</summary>
    public static Func<JsonElement, FaultPlace, string> NameText { get; } = Values.Text(3, 60);

    /// <summary>Reads a routine.</summary>
    public static RoutineSource? Read(JsonElement json, FaultPlace place, ExerciseIds ids) => EntryReader.Read(json, place, fields =>
    {
        fields.Set("source", 1, 5, Values.Source);
        return new RoutineSource(
            fields.Required("id", Values.Id),
            fields.Required("name", NameText),
            fields.Required("minutes", Values.Range(3, 10))!,
            fields.Required("gentle", Values.Flag),
            fields.Required("rounds", Values.Number(1, 10)),
            fields.List("steps", 1, 30, (value, at) => ReadStep(value, at, ids)!));
    });

    private static Step? ReadStep(JsonElement json, FaultPlace place, ExerciseIds ids) => EntryReader.Read(json, place, fields => new Step(
        fields.Required("exercise", Values.Exercise(ids)),
        fields.Required("seconds", Values.Number(5, 120)),
        fields.Required("getReady", Values.Number(0, 30))));

    /// <summary>One exercise of a round, with the seconds of each side.</summary>
    internal sealed record Step(string Exercise, int Seconds, int GetReady);
}
