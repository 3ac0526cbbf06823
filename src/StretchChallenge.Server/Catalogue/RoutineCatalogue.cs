using System.Collections.Frozen;
using System.Collections.Immutable;
using Microsoft.Extensions.Options;
using StretchChallenge.Domain.Programme;
using StretchChallenge.Server.Catalogue.Exercises;
using StretchChallenge.Server.Catalogue.Reading;
using StretchChallenge.Server.Catalogue.Routines;

namespace StretchChallenge.Server.Catalogue;

/// <summary>The exercises, the routines and the programme, read once from the data files.</summary>
internal sealed class RoutineCatalogue
{
    private readonly FrozenDictionary<string, Routine> _routines;
    private readonly FrozenDictionary<string, Exercise> _exercises;

    /// <summary>Reads the data files.</summary>
    /// <exception cref="CatalogueException">They have faults.</exception>
    public RoutineCatalogue(CatalogueFiles files, IOptions<RoutineOptions> options)
    {
        var content = CatalogueReader.Read(files);
        Exercises = [.. content.Exercises.Select(exercise => new ListedExercise(exercise))];
        Programme = new EightWeeks(content.Weeks);
        Library = [.. content.Library.Select(options.Value.Hasten)];
        _exercises = content.Exercises.ToFrozenDictionary(exercise => exercise.Id, StringComparer.Ordinal);
        _routines = Library.Concat(content.Programme.Select(options.Value.Hasten))
            .ToFrozenDictionary(routine => routine.Id, StringComparer.Ordinal);
    }

    /// <summary>All exercises.</summary>
    public ImmutableArray<ListedExercise> Exercises { get; }

    /// <summary>The routines to choose from, without those of the programme.</summary>
    public ImmutableArray<Routine> Library { get; }

    /// <summary>The eight weeks.</summary>
    public EightWeeks Programme { get; }

    /// <summary>The routine of an id, of the library or of the programme; null where there is none.</summary>
    public Routine? Find(string id) => _routines.GetValueOrDefault(id);

    /// <summary>The routine of a day of the programme.</summary>
    public Routine Of(ProgrammeDay day, Variant variant) => _routines[day.RoutineId(variant)];

    /// <summary>The gentle routine of a variant.</summary>
    public Routine GentleFor(Variant variant) => _routines[GentleRoutines.IdFor(variant)];

    /// <summary>The exercise of an id; null where there is none.</summary>
    public Exercise? FindExercise(string id) => _exercises.GetValueOrDefault(id);

    /// <summary>The exercise of a routine's step.</summary>
    public Exercise ExerciseOf(RoutineStep step) => _exercises[step.Exercise];
}
