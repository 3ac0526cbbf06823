using System.Text.Json;
using StretchChallenge.Domain.Programme;
using StretchChallenge.Server.Catalogue.Exercises;
using StretchChallenge.Server.Catalogue.Reading.Translations;

namespace StretchChallenge.Server.Catalogue.Reading;

/// <summary>
/// Reads all data files and finds all their faults at once: first the form of each entry, then what entries promise of
/// each other, as far as their form is right; then, where there are none, the words of all other languages.
/// </summary>
internal sealed class CatalogueReader
{
    private readonly List<CatalogueFault> _faults = [];
    private readonly ExerciseIds _ids = new();
    private readonly Dictionary<string, Exercise> _exercises = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _homes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Routine> _library = new(StringComparer.Ordinal);

    private CatalogueReader()
    {
    }

    /// <summary>Reads the files.</summary>
    /// <exception cref="CatalogueException">They have faults.</exception>
    public static CatalogueContent Read(CatalogueFiles files) => new CatalogueReader().ReadAll(files);

    private CatalogueContent ReadAll(CatalogueFiles files)
    {
        var exerciseFiles = CatalogueFiles.Exercises.ToDictionary(name => name, name => Open(files, name));
        foreach (var entries in exerciseFiles.Values)
        {
            _ids.Add(entries);
        }

        ReadExercises(exerciseFiles);
        ReadLibrary(Open(files, CatalogueFiles.Routines));
        var programme = new ProgrammeReader(_exercises, _ids, new FaultPlace(_faults, CatalogueFiles.Programme));
        programme.Read(Open(files, CatalogueFiles.Programme));
        if (_faults.Count == 0)
        {
            // Words are held against what they are for, so that has to be right first.
            var english = new CatalogueContent([.. _exercises.Values], [.. _library.Values], programme.Weeks, programme.Routines);
            english = english with { Translations = [.. CatalogueFiles.Languages.Select(language => Translate(files, language, english))] };
            if (_faults.Count == 0)
            {
                return english;
            }
        }

        throw new CatalogueException([.. _faults.OrderBy(fault => CatalogueFiles.All.IndexOf(fault.File))]);
    }

    private CatalogueContent Translate(CatalogueFiles files, string language, CatalogueContent english) =>
        new TranslationReader(files, language, english, _faults).Read(_homes);

    private JsonElement[]? Open(CatalogueFiles files, string name) => DataFile.Open(files[name], new FaultPlace(_faults, name));

    private void ReadExercises(Dictionary<string, JsonElement[]?> files)
    {
        foreach (var (file, entries) in files)
        {
            ReadEntries(file, entries, _homes, (json, place) => ExerciseSource.Read(json, place, _ids), (exercise, _) =>
                _exercises[exercise.Id] = exercise);
        }
    }

    private void ReadLibrary(JsonElement[]? entries)
    {
        var assembly = new RoutineAssembly(_exercises);
        var homes = new Dictionary<string, string>(StringComparer.Ordinal);
        ReadEntries(CatalogueFiles.Routines, entries, homes, (json, place) => RoutineSource.Read(json, place, _ids), (source, place) =>
        {
            if (assembly.Has(source.Steps.Select(step => step.Exercise)))
            {
                var routine = assembly.Of(source);
                RoutineRules.Check(source, routine, _exercises, place);
                _library[routine.Id] = routine;
            }
        });
        if (entries is not null)
        {
            var file = new FaultPlace(_faults, CatalogueFiles.Routines);
            foreach (var id in new[] { GentleRoutines.OnAMat, GentleRoutines.AtADesk })
            {
                file.Check(homes.ContainsKey(id), $"has no routine '{id}', which people with a disc injury do instead of all others.");
            }

            RoutineRules.CheckGentleOnes(_library, file);
        }
    }

    // Reads entries with ids; an id that is used a second time is a fault, whatever else is wrong with either entry.
    private void ReadEntries<T>(
        string file,
        JsonElement[]? entries,
        Dictionary<string, string> homes,
        Func<JsonElement, FaultPlace, T?> read,
        Action<T, FaultPlace> keep)
        where T : class
    {
        foreach (var (index, json) in (entries ?? []).Index())
        {
            var id = ExerciseIds.IdOf(json);
            var place = new FaultPlace(_faults, file, id is { Length: > 0 and <= 60 } ? $"'{id}'" : $"entry {index + 1}");
            var before = _faults.Count;
            var entry = read(json, place);
            if (id is not null && !homes.TryAdd(id, file))
            {
                place.In("id").Fault($"is used already in {homes[id]}.");
            }

            if (entry is not null && _faults.Count == before)
            {
                keep(entry, place);
            }
        }
    }
}
