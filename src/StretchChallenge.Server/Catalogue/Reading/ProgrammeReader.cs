using System.Collections.Immutable;
using System.Text.Json;
using StretchChallenge.Domain.Programme;
using StretchChallenge.Server.Catalogue.Exercises;

namespace StretchChallenge.Server.Catalogue.Reading;

/// <summary>Reads the eight weeks, once the exercises are there.</summary>
internal sealed class ProgrammeReader(IReadOnlyDictionary<string, Exercise> exercises, ExerciseIds ids, FaultPlace file)
{
    private const int Blocks = 4;

    private readonly RoutineAssembly _assembly = new(exercises);
    private readonly ProgrammeRules _rules = new(exercises);
    private readonly List<ProgrammeWeek> _weeks = [];
    private readonly List<Routine> _routines = [];

    /// <summary>The weeks read.</summary>
    public ImmutableArray<ProgrammeWeek> Weeks => [.. _weeks];

    /// <summary>Their routines.</summary>
    public ImmutableArray<Routine> Routines => [.. _routines];

    /// <summary>Reads the blocks; null where the file could not be read.</summary>
    public void Read(JsonElement[]? blocks)
    {
        file.Check(blocks is null or { Length: Blocks }, $"must have the {Blocks} blocks of two weeks, but has {blocks?.Length}.");
        foreach (var (index, json) in (blocks ?? []).Index().Take(Blocks))
        {
            var place = file with { Entry = $"block {index + 1}" };
            var before = file.Faults.Count;
            var block = ProgrammeSource.Read(json, place, ids);
            if (block is not null && file.Faults.Count == before && _assembly.Has(block.Exercises))
            {
                _rules.Check(block, index + 1, place);
                Add(block);
            }
        }
    }

    private void Add(ProgrammeSource block)
    {
        _weeks.AddRange(block.Weeks.Select(week => ProgrammeWeek.Of(week, block.Stretches, block.Core)));
        foreach (var lineUp in block.LineUps)
        {
            Routine[] routines = [.. block.Weeks.Select(week => _assembly.Of(lineUp, week))];
            _rules.Check(lineUp);
            ProgrammeRules.Check(routines, lineUp.Place);
            _routines.AddRange(routines);
        }
    }
}
