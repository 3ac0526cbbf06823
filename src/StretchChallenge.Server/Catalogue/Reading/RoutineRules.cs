using StretchChallenge.Domain.Programme;
using StretchChallenge.Server.Catalogue.Exercises;

namespace StretchChallenge.Server.Catalogue.Reading;

/// <summary>What must hold for a routine of the library, beyond its form.</summary>
internal static class RoutineRules
{
    /// <summary>The shortest and the longest routine, in seconds.</summary>
    public const int Shortest = 180;

    /// <summary>The longest routine, in seconds.</summary>
    public const int Longest = 600;

    /// <summary>Checks one routine.</summary>
    public static void Check(RoutineSource source, Routine routine, IReadOnlyDictionary<string, Exercise> exercises, FaultPlace place)
    {
        var (least, most) = (source.Minutes.Min * 60, source.Minutes.Max * 60);
        place.In("steps").Check(
            routine.PlannedSeconds >= least && routine.PlannedSeconds <= most,
            $"take {routine.PlannedSeconds} s in all rounds, getting ready included, but {least} to {most} s are promised.");
        for (var index = 0; index < source.Steps.Length; index++)
        {
            var exercise = exercises[source.Steps[index].Exercise];
            place.In("steps").Item(index).In("exercise").Check(
                !source.Gentle || exercise.DiscInjury, $"names '{exercise.Id}', which does not suit a disc injury: it cannot be in a gentle routine.");
        }
    }

    /// <summary>Checks that there is a gentle routine for each variant.</summary>
    public static void CheckGentleOnes(IReadOnlyDictionary<string, Routine> library, FaultPlace file)
    {
        foreach (var variant in Enum.GetValues<Variant>())
        {
            var id = GentleRoutines.IdFor(variant);
            if (!library.TryGetValue(id, out var routine))
            {
                continue;
            }

            (file with { Entry = id }).In("gentle").Check(routine.IsGentle, "must be true: it stands in for everything else with a disc injury.");
            (file with { Entry = id }).In("steps").Check(
                routine.Variants.Contains(variant), $"must be exercises for the variant '{Hosting.WireWord.Of(variant)}' alone.");
        }
    }
}
