using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.Extensions.Options;
using StretchChallenge.Domain.Programme;

namespace StretchChallenge.Server.Catalogue;

/// <summary>The routines and their exercises, read from the data files that are part of the program.</summary>
public sealed class RoutineCatalogue
{
    private readonly FrozenDictionary<string, Routine> _routines;
    private readonly FrozenDictionary<string, Exercise> _exercises;

    /// <summary>Reads the data files.</summary>
    /// <exception cref="InvalidDataException">A routine names an exercise that does not exist.</exception>
    public RoutineCatalogue(IOptions<RoutineOptions> options)
    {
        _exercises = Read<Exercise>("exercises").ToFrozenDictionary(exercise => exercise.Id, StringComparer.Ordinal);
        Routines = [.. Read<RoutineSource>("routines").Select(source => source.ToRoutine(options.Value.Pace))];
        _routines = Routines.ToFrozenDictionary(routine => routine.Id, StringComparer.Ordinal);
        foreach (var routine in Routines)
        {
            foreach (var step in routine.Steps.Where(step => !_exercises.ContainsKey(step.Exercise)))
            {
                throw new InvalidDataException($"routines.json: '{routine.Id}' names the unknown exercise '{step.Exercise}'.");
            }
        }
    }

    /// <summary>All routines.</summary>
    public ImmutableArray<Routine> Routines { get; }

    /// <summary>The routine of the day, for each variant.</summary>
    public Routine OfToday => _routines["workplace"];

    /// <summary>The routine of an id; null where there is none.</summary>
    public Routine? Find(string id) => _routines.GetValueOrDefault(id);

    /// <summary>The exercise of a routine's step.</summary>
    public Exercise ExerciseOf(RoutineStep step) => _exercises[step.Exercise];

    private static T[] Read<T>(string name)
    {
        using var stream = typeof(RoutineCatalogue).Assembly.GetManifestResourceStream($"Catalogue.{name}.json")!;
        return JsonSerializer.Deserialize<T[]>(stream, JsonSerializerOptions.Web)!;
    }
}
