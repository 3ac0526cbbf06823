using StretchChallenge.Domain.Programme;
using StretchChallenge.Server.Catalogue.Exercises;

namespace StretchChallenge.Server.Catalogue.Reading;

/// <summary>Builds routines from their definitions and the exercises that these refer to.</summary>
internal sealed class RoutineBuilder(IReadOnlyDictionary<string, Exercise> exercises)
{
    // Seconds to get ready: for the other side, for another exercise, and for another position, such as from a chair to the floor.
    private const int SameExercise = 5;
    private const int SamePosition = 8;
    private const int OtherPosition = 12;

    /// <summary>Whether all these exercises are valid.</summary>
    public bool Has(IEnumerable<string> ids) => ids.All(exercises.ContainsKey);

    /// <summary>A routine of the library.</summary>
    public Routine Of(RoutineDefinition source)
    {
        var round = source.Steps.SelectMany(step => SidesOf(exercises[step.Exercise])
            .Select(side => new RoutineStep(step.Exercise, side, step.Seconds, step.GetReady)));
        return Finish(new Routine(source.Id, source.Name, [.. Enumerable.Repeat(round, source.Rounds).SelectMany(steps => steps)]))
            with { IsGentle = source.Gentle };
    }

    /// <summary>A routine of the programme, with the durations of the week.</summary>
    public Routine Of(LineUpDefinition source, int week)
    {
        var steps = new List<RoutineStep>();
        foreach (var item in source.Items)
        {
            Add(item, exercises[item.Exercise], week, steps);
        }

        var id = new ProgrammeDay(week, source.LineUp).RoutineId(source.Variant);
        return Finish(new Routine(id, $"Week {week}, {PlaceOf(source.Variant)}", [.. steps]));
    }

    private static string PlaceOf(Variant variant) => variant switch
    {
        Variant.Desk => "at the desk",
        Variant.Mat => "on the mat",
        Variant.Seated => "seated",
    };

    private static Side[] SidesOf(Exercise exercise) => exercise.Sides ? [Side.Left, Side.Right] : [Side.Both];

    private void Add(LineUpDefinition.Item item, Exercise exercise, int week, List<RoutineStep> steps)
    {
        var stage = exercise.StageIn(week);
        var sets = item.Sets ?? stage.Sets ?? 1;
        foreach (var side in Enumerable.Repeat(SidesOf(exercise), sets).SelectMany(sides => sides))
        {
            var getReady = item.GetReady ?? GetReadyAfter(steps.LastOrDefault(), exercise);
            steps.Add(new RoutineStep(exercise.Id, side, stage.Seconds, getReady));
        }
    }

    private int GetReadyAfter(RoutineStep? before, Exercise exercise) =>
        before is null ? OtherPosition
        : before.Exercise == exercise.Id ? SameExercise
        : exercises[before.Exercise].Position == exercise.Position ? SamePosition
        : OtherPosition;

    private Routine Finish(Routine routine)
    {
        Exercise[] all = [.. routine.Steps.Select(step => exercises[step.Exercise])];
        return routine with { Variants = [.. Enum.GetValues<Variant>().Where(variant => Array.TrueForAll(all, exercise => exercise.Suits(variant)))] };
    }
}
