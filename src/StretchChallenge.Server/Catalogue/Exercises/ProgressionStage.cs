using System.Text.Json.Serialization;

namespace StretchChallenge.Server.Catalogue.Exercises;

/// <summary>What the eight weeks ask of an exercise from a week on, for each side.</summary>
/// <param name="Week">The first week that it holds for, 1 to 8.</param>
/// <param name="Seconds">The time of one step.</param>
/// <param name="Reps">Repetitions in that time, where they are counted.</param>
/// <param name="Sets">How often the step is done; once where it is not given.</param>
public sealed record ProgressionStage(
    int Week,
    int Seconds,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Reps = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Sets = null);
