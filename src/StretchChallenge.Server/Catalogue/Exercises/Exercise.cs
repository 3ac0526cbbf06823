using System.Collections.Immutable;
using System.Text.Json.Serialization;
using StretchChallenge.Domain.Programme;

namespace StretchChallenge.Server.Catalogue.Exercises;

/// <summary>An exercise of the catalogue.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="OtherNames">Other names of the exercise.</param>
/// <param name="Source">The letters of the source articles, or <c>own</c>.</param>
/// <param name="Kind">How it works.</param>
/// <param name="Position">The position of the body.</param>
/// <param name="Equipment">The equipment it needs.</param>
/// <param name="Desk">Whether it can be done in office clothes beside a desk.</param>
/// <param name="Seated">Whether it can be done without standing up from a chair.</param>
/// <param name="Sides">Whether it is done on the left and on the right side.</param>
/// <param name="Hamstrings">Whether it stretches the hamstrings.</param>
/// <param name="DiscInjury">Whether it is suitable with a disc injury.</param>
/// <param name="Dose">The dose that the source recommends.</param>
/// <param name="Progression">The stages of the eight weeks, by their first week; the first stage starts in week 1.</param>
/// <param name="Steps">Instructions in 3 to 6 short steps.</param>
/// <param name="Cues">Short reminders while it is done.</param>
/// <param name="Mistakes">Common mistakes.</param>
/// <param name="Easier">An easier way, if there is one.</param>
/// <param name="Deeper">A deeper way, if there is one.</param>
/// <param name="Cautions">When to be careful with it or to skip it.</param>
/// <param name="Muscles">The muscle groups that it targets.</param>
public sealed record Exercise(
    string Id,
    string Name,
    ImmutableArray<string> OtherNames,
    ImmutableArray<string> Source,
    ExerciseKind Kind,
    Position Position,
    ImmutableArray<Equipment> Equipment,
    bool Desk,
    bool Seated,
    bool Sides,
    bool Hamstrings,
    bool DiscInjury,
    Dose Dose,
    ImmutableArray<ProgressionStage> Progression,
    ImmutableArray<string> Steps,
    ImmutableArray<string> Cues,
    ImmutableArray<string> Mistakes,
    Adaptation? Easier,
    Adaptation? Deeper,
    ImmutableArray<string> Cautions,
    ImmutableArray<Muscle> Muscles)
{
    /// <summary>The stage that applies in a week, 1 to 8.</summary>
    public ProgressionStage StageIn(int week) => Progression.Last(stage => stage.Week <= week);

    /// <summary>Whether it can be part of a routine in this variant.</summary>
    public bool Suits(Variant variant) => variant switch
    {
        Variant.Desk => Desk,
        Variant.Mat => true,
        Variant.Seated => Seated,
    };
}

/// <summary>The dose of an exercise that its source recommends, for each side. Values that the source does not give are null.</summary>
/// <param name="Hold">Seconds.</param>
/// <param name="Breaths">Breaths, of about 4 seconds each.</param>
/// <param name="Reps">Repetitions.</param>
/// <param name="Sets">Sets of them.</param>
public sealed record Dose(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DoseRange? Hold = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Breaths = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DoseRange? Reps = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Sets = null);

/// <summary>A range of numbers, both ends included.</summary>
public sealed record DoseRange(int Min, int Max);

/// <summary>The dose of an exercise in the eight weeks, from a week on and for each side.</summary>
/// <param name="Week">The first week in which it applies, 1 to 8.</param>
/// <param name="Seconds">The time of one step.</param>
/// <param name="Reps">Repetitions in that time, or null if they are not counted.</param>
/// <param name="Sets">How often the step is done; null means once.</param>
public sealed record ProgressionStage(
    int Week,
    int Seconds,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Reps = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Sets = null);

/// <summary>An easier or a deeper way to do an exercise.</summary>
/// <param name="Text">What to change.</param>
/// <param name="Exercise">The id of the exercise to do instead, or null if it is the same exercise.</param>
public sealed record Adaptation(string Text, string? Exercise = null);
