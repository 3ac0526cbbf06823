using StretchChallenge.Domain.Programme;
using StretchChallenge.Server.Catalogue.Exercises;
using StretchChallenge.Server.Hosting;

namespace StretchChallenge.Server.Catalogue.Reading;

/// <summary>What must hold for a routine of the library, beyond its form.</summary>
internal static class RoutineRules
{
    private const string OfProgramme = "week-";

    /// <summary>Checks one routine.</summary>
    public static void Check(RoutineSource source, Routine routine, IReadOnlyDictionary<string, Exercise> exercises, FaultPlace place)
    {
        place.In("id").Check(
            !source.Id.StartsWith(OfProgramme, StringComparison.Ordinal), $"must not begin with '{OfProgramme}': so do the routines of the programme.");
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

            var place = file with { Entry = $"'{id}'" };
            place.In("gentle").Check(routine.IsGentle, "must be true: with a disc injury it takes the place of all others.");
            place.In("steps").Check(
                routine.Variants.Contains(variant), $"must all suit the variant '{WireWord.Of(variant)}', for which this routine is the gentle one.");
        }
    }
}
