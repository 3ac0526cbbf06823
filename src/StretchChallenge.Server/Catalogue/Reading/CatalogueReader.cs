using System.Collections.Immutable;
using System.Text.Json;
using StretchChallenge.Domain.Programme;
using StretchChallenge.Server.Catalogue.Exercises;
using StretchChallenge.Server.Catalogue.Reading.Translations;
using StretchChallenge.Server.Hosting;

namespace StretchChallenge.Server.Catalogue.Reading;

/// <summary>
/// Reads all data files and reports all errors at once: first the format of each entry, then the references between valid
/// entries, and last, if there are no errors, the translations.
/// </summary>
internal sealed class CatalogueReader
{
    private readonly List<CatalogueError> _errors = [];
    private readonly ExerciseIds _ids = new();
    private readonly Dictionary<string, Exercise> _exercises = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _fileOfExercise = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Routine> _library = new(StringComparer.Ordinal);

    private CatalogueReader()
    {
    }

    /// <summary>Reads the files.</summary>
    /// <exception cref="CatalogueException">They have errors.</exception>
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
        var programme = new ProgrammeReader(_exercises, _ids, new SourceLocation(_errors, CatalogueFiles.Programme));
        programme.Read(Open(files, CatalogueFiles.Programme));
        if (_errors.Count == 0)
        {
            // Translations are checked against the English entries, so these must be valid first.
            var english = new CatalogueContent([.. _exercises.Values], [.. _library.Values], programme.Weeks, programme.Routines);
            english = english with { Translations = [.. files.Languages.Select(language => Translate(files, language, english))] };
            if (_errors.Count == 0)
            {
                return english;
            }
        }

        throw new CatalogueException([.. _errors.OrderBy(error => files.All.IndexOf(error.File))]);
    }

    private CatalogueContent Translate(CatalogueFiles files, string language, CatalogueContent english) =>
        new TranslationReader(files, language, english, _errors).Read(_fileOfExercise);

    private JsonElement[]? Open(CatalogueFiles files, string name) => DataFile.Open(files[name], new SourceLocation(_errors, name));

    private void ReadExercises(Dictionary<string, JsonElement[]?> files)
    {
        foreach (var (file, entries) in files)
        {
            ReadEntries(file, entries, _fileOfExercise, (json, location) => ExerciseParser.Read(json, location, _ids), (exercise, _) =>
                _exercises[exercise.Id] = exercise);
        }
    }

    private void ReadLibrary(JsonElement[]? entries)
    {
        var builder = new RoutineBuilder(_exercises);
        var fileOfId = new Dictionary<string, string>(StringComparer.Ordinal);
        ReadEntries(CatalogueFiles.Routines, entries, fileOfId, (json, location) => RoutineDefinition.Read(json, location, _ids), (source, location) =>
        {
            if (builder.Has(source.Steps.Select(step => step.Exercise)))
            {
                var routine = builder.Of(source);
                RoutineRules.Check(source, routine, _exercises, location);
                _library[routine.Id] = routine;
            }
        });
        if (entries is not null)
        {
            var file = new SourceLocation(_errors, CatalogueFiles.Routines);
            foreach (var id in new[] { GentleRoutines.MatRoutineId, GentleRoutines.DeskRoutineId })
            {
                file.Check(fileOfId.ContainsKey(id), $"has no routine '{id}', which people with a disc injury do instead of all others.");
            }

            RoutineRules.CheckGentle(_library, file);
        }
    }

    // Reads entries with ids. A duplicate id is an error even if one of the entries is invalid.
    private void ReadEntries<T>(
        string file,
        JsonElement[]? entries,
        Dictionary<string, string> fileOfId,
        Func<JsonElement, SourceLocation, T?> read,
        Action<T, SourceLocation> keep)
        where T : class
    {
        foreach (var (index, json) in (entries ?? []).Index())
        {
            var id = ExerciseIds.IdOf(json);
            var location = new SourceLocation(_errors, file, id is { Length: > 0 and <= 60 } ? $"'{id}'" : $"entry {index + 1}");
            var before = _errors.Count;
            var entry = read(json, location);
            if (id is not null && !fileOfId.TryAdd(id, file))
            {
                location.In("id").AddError($"is used already in {fileOfId[id]}.");
            }

            if (entry is not null && _errors.Count == before)
            {
                keep(entry, location);
            }
        }
    }
}

/// <summary>The content of valid data files.</summary>
/// <param name="Exercises">The exercises, in the order of the files.</param>
/// <param name="Library">The routines to choose from.</param>
/// <param name="Weeks">The eight weeks, in their order.</param>
/// <param name="Programme">The routines of the eight weeks.</param>
internal sealed record CatalogueContent(
    ImmutableArray<Exercise> Exercises,
    ImmutableArray<Routine> Library,
    ImmutableArray<ProgrammeWeek> Weeks,
    ImmutableArray<Routine> Programme)
{
    /// <summary>The two-letter code of the language of its texts.</summary>
    public string Language { get; init; } = Languages.Default;

    /// <summary>Names of muscles and equipment where they differ from the words in the data files.</summary>
    public ImmutableDictionary<string, string> Words { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The same content in all other languages.</summary>
    public ImmutableArray<CatalogueContent> Translations { get; init; } = [];
}
