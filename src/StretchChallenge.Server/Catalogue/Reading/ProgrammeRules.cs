using System.Collections.Immutable;
using StretchChallenge.Domain.Programme;
using StretchChallenge.Server.Catalogue.Exercises;
using StretchChallenge.Server.Hosting;

namespace StretchChallenge.Server.Catalogue.Reading;

/// <summary>What must hold for a block of the programme, beyond its form.</summary>
internal sealed class ProgrammeRules(IReadOnlyDictionary<string, Exercise> exercises)
{
    private const int Shortest = 180;
    private const int Longest = 600;

    /// <summary>Checks the block's number, weeks and hold times.</summary>
    public void Check(ProgrammeSource source, int number, FaultPlace place)
    {
        ImmutableArray<int> weeks = [(2 * number) - 1, 2 * number];
        place.In("block").Check(source.Block == number, $"must be {number}: the blocks stand in their order.");
        place.In("weeks").Check(source.Weeks.SequenceEqual(weeks), $"of block {number} must be {weeks[0]} and {weeks[1]}.");
        for (var index = 0; index < source.Stretches.Length; index++)
        {
            CheckHolds(source.Stretches[index], weeks, place.In("stretches").Item(index));
        }

        foreach (var both in source.LineUps.Chunk(2))
        {
            both[1].Place.Check(!both[0].Items.SequenceEqual(both[1].Items), "must differ from 'a': they take turns from day to day.");
        }
    }

    /// <summary>Checks who does what in a line-up.</summary>
    public void Check(LineUpSource lineUp)
    {
        for (var index = 0; index < lineUp.Items.Length; index++)
        {
            CheckItem(exercises[lineUp.Items[index].Exercise], lineUp.Variant, isFirst: index == 0, lineUp.Place.Item(index));
        }
    }

    /// <summary>Checks the time that a line-up takes in its weeks; the first week that is wrong is told.</summary>
    public static void Check(IEnumerable<Routine> weeks, FaultPlace place)
    {
        if (weeks.FirstOrDefault(routine => routine.PlannedSeconds is < Shortest or > Longest) is { } wrong)
        {
            place.Fault($"takes {wrong.PlannedSeconds} s in {wrong.Id}, getting ready included, but a routine takes {Shortest} to {Longest} s.");
        }
    }

    private static void CheckItem(Exercise exercise, Variant variant, bool isFirst, FaultPlace place)
    {
        place.Check(variant.Allows(exercise), $"names '{exercise.Id}', which cannot be done in the variant '{WireWord.Of(variant)}'.");
        place.Check(
            !isFirst || exercise.Kind is ExerciseKind.WarmUp or ExerciseKind.Dynamic,
            $"names '{exercise.Id}', which is no warm-up: a routine begins with one (kind warmUp or dynamic).");
    }

    private void CheckHolds(string id, ImmutableArray<int> weeks, FaultPlace place)
    {
        var wrong = weeks.FirstOrDefault(week => exercises[id].StageIn(week).Seconds != ChallengeSchedule.HoldSeconds(week));
        if (wrong != 0)
        {
            place.Fault(
                $"names '{id}', which takes {exercises[id].StageIn(wrong).Seconds} s in week {wrong}, "
                + $"but the hold time of that week is {ChallengeSchedule.HoldSeconds(wrong)} s.");
        }
    }
}
