using System.Collections.Immutable;
using System.Text.Json;
using StretchChallenge.Domain.Programme;
using StretchChallenge.Server.Catalogue.Exercises;
using StretchChallenge.Server.Hosting;

namespace StretchChallenge.Server.Catalogue.Reading;

/// <summary>Reads the eight weeks, after the exercises were read.</summary>
internal sealed class ProgrammeReader(IReadOnlyDictionary<string, Exercise> exercises, ExerciseIds ids, SourceLocation file)
{
    private const int Blocks = 4;

    private readonly RoutineBuilder _builder = new(exercises);
    private readonly ProgrammeRules _rules = new(exercises);
    private readonly List<ProgrammeWeek> _weeks = [];
    private readonly List<Routine> _routines = [];

    /// <summary>The weeks read.</summary>
    public ImmutableArray<ProgrammeWeek> Weeks => [.. _weeks];

    /// <summary>Their routines.</summary>
    public ImmutableArray<Routine> Routines => [.. _routines];

    /// <summary>Reads the blocks, which are null if the file could not be parsed.</summary>
    public void Read(JsonElement[]? blocks)
    {
        file.Check(blocks is null or { Length: Blocks }, $"must have the {Blocks} blocks of two weeks, but has {blocks?.Length}.");
        foreach (var (index, json) in (blocks ?? []).Index().Take(Blocks))
        {
            var location = file with { Entry = $"block {index + 1}" };
            var before = file.Errors.Count;
            var block = ProgrammeBlock.Read(json, location, ids);
            if (block is not null && file.Errors.Count == before && _builder.Has(block.Exercises))
            {
                _rules.Check(block, index + 1, location);
                Add(block);
            }
        }
    }

    private void Add(ProgrammeBlock block)
    {
        _weeks.AddRange(block.Weeks.Select(week => ProgrammeWeek.Of(week, block.Stretches, block.Core)));
        foreach (var lineUp in block.LineUps)
        {
            Routine[] routines = [.. block.Weeks.Select(week => _builder.Of(lineUp, week))];
            _rules.Check(lineUp);
            ProgrammeRules.Check(routines, lineUp.Location);
            _routines.AddRange(routines);
        }
    }
}

/// <summary>Checks the content of a block of the programme; its format is valid already.</summary>
internal sealed class ProgrammeRules(IReadOnlyDictionary<string, Exercise> exercises)
{
    private const int MinSeconds = 180;
    private const int MaxSeconds = 600;

    /// <summary>Checks the block's number, weeks and hold times.</summary>
    public void Check(ProgrammeBlock source, int number, SourceLocation location)
    {
        ImmutableArray<int> weeks = [(2 * number) - 1, 2 * number];
        location.In("block").Check(source.Block == number, $"must be {number}: the blocks stand in their order.");
        location.In("weeks").Check(source.Weeks.SequenceEqual(weeks), $"of block {number} must be {weeks[0]} and {weeks[1]}.");
        for (var index = 0; index < source.Stretches.Length; index++)
        {
            CheckHolds(source.Stretches[index], weeks, location.In("stretches").Item(index));
        }

        foreach (var both in source.LineUps.Chunk(2))
        {
            both[1].Location.Check(!both[0].Items.SequenceEqual(both[1].Items), "must differ from 'a': they take turns from day to day.");
        }
    }

    /// <summary>Checks that the exercises of a line-up suit its variant and that it begins with a warm-up.</summary>
    public void Check(LineUpDefinition lineUp)
    {
        for (var index = 0; index < lineUp.Items.Length; index++)
        {
            CheckItem(exercises[lineUp.Items[index].Exercise], lineUp.Variant, isFirst: index == 0, lineUp.Location.Item(index));
        }
    }

    /// <summary>Checks the duration of a line-up in its weeks, and reports the first week with a wrong one.</summary>
    public static void Check(IEnumerable<Routine> weeks, SourceLocation location)
    {
        if (weeks.FirstOrDefault(routine => routine.PlannedSeconds is < MinSeconds or > MaxSeconds) is { } wrong)
        {
            location.AddError($"takes {wrong.PlannedSeconds} s in {wrong.Id}, getting ready included, but a routine takes {MinSeconds} to {MaxSeconds} s.");
        }
    }

    private static void CheckItem(Exercise exercise, Variant variant, bool isFirst, SourceLocation location)
    {
        location.Check(exercise.Suits(variant), $"names '{exercise.Id}', which cannot be done in the variant '{EnumNames.Of(variant)}'.");
        location.Check(
            !isFirst || exercise.Kind is ExerciseKind.WarmUp or ExerciseKind.Dynamic,
            $"names '{exercise.Id}', which is no warm-up: a routine begins with one (kind warmUp or dynamic).");
    }

    private void CheckHolds(string id, ImmutableArray<int> weeks, SourceLocation location)
    {
        var wrong = weeks.FirstOrDefault(week => exercises[id].StageIn(week).Seconds != ChallengeSchedule.HoldSeconds(week));
        if (wrong != 0)
        {
            location.AddError(
                $"names '{id}', which takes {exercises[id].StageIn(wrong).Seconds} s in week {wrong}, "
                + $"but the hold time of that week is {ChallengeSchedule.HoldSeconds(wrong)} s.");
        }
    }
}
