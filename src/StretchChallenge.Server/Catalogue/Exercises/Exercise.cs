using System.Collections.Immutable;

namespace StretchChallenge.Server.Catalogue.Exercises;

/// <summary>An exercise of the catalogue.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="OtherNames">What else it is called.</param>
/// <param name="Source">The letters of the articles that it is from, or <c>own</c>.</param>
/// <param name="Kind">The way it works.</param>
/// <param name="Position">How the body is held.</param>
/// <param name="Equipment">What it takes.</param>
/// <param name="Desk">Whether it can be done in office clothes beside a desk.</param>
/// <param name="Seated">Whether it can be done without standing up from a chair.</param>
/// <param name="Sides">Whether it is done left and right.</param>
/// <param name="Hamstrings">Whether it stretches the hamstrings.</param>
/// <param name="DiscInjury">Whether it suits a disc injury.</param>
/// <param name="Dose">The source's dose.</param>
/// <param name="Progression">What the eight weeks ask, each part from its week on; the first is week 1.</param>
/// <param name="Steps">How it is done, 3 to 6 short steps.</param>
/// <param name="Cues">Short reminders while it is done.</param>
/// <param name="Mistakes">Common mistakes.</param>
/// <param name="Easier">How to make it easier, where that makes sense.</param>
/// <param name="Deeper">How to go deeper, where that makes sense.</param>
/// <param name="Cautions">When to take care or to leave it out.</param>
/// <param name="Muscles">What it is for.</param>
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
    /// <summary>What a week, 1 to 8, asks of it.</summary>
    public ProgressionStage StageIn(int week) => Progression.Last(stage => stage.Week <= week);
}
