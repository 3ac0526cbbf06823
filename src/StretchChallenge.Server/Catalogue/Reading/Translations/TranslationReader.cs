using System.Collections.Immutable;
using System.Text.Json;
using StretchChallenge.Domain.Programme;
using StretchChallenge.Server.Catalogue.Exercises;
using StretchChallenge.Server.Hosting;

namespace StretchChallenge.Server.Catalogue.Reading.Translations;

/// <summary>
/// Reads the catalogue's texts in another language. For each English file there is one with the same ids that contains
/// only texts. A missing text is an error.
/// </summary>
internal sealed class TranslationReader(CatalogueFiles files, string language, CatalogueContent english, List<CatalogueError> errors)
{
    /// <summary>The file with the names of muscles and equipment, for the search.</summary>
    public const string Words = "words.json";

    /// <summary>The catalogue in the language. It must not be used if errors were recorded.</summary>
    /// <param name="fileOfExercise">The English file of each exercise, by the id of the exercise.</param>
    public CatalogueContent Read(IReadOnlyDictionary<string, string> fileOfExercise)
    {
        var exercises = english.Exercises.ToDictionary(exercise => exercise.Id, StringComparer.Ordinal);
        var translated = CatalogueFiles.Exercises
            .SelectMany(name => ReadFile(name, IdsIn(name, fileOfExercise), (id, json, location) => TranslatedExercise.Read(json, location, exercises[id])))
            .ToDictionary(StringComparer.Ordinal);
        var library = ReadFile(CatalogueFiles.Routines, english.Library.Select(routine => routine.Id), (_, json, location) => TranslatedName.ReadRoutine(json, location));
        var programme = ReadFile(CatalogueFiles.Programme, EnumNames.All<Variant>(), (_, json, location) => TranslatedName.ReadProgramme(json, location));
        var terms = ReadFile(Words, [.. EnumNames.All<Muscle>(), .. EnumNames.All<Equipment>()], (_, json, location) => TranslatedName.Read(json, location));
        return errors.Count > 0 ? english : english with
        {
            Language = language,
            Exercises = [.. english.Exercises.Select(exercise => translated[exercise.Id].ApplyTo(exercise))],
            Library = [.. english.Library.Select(routine => routine with { Name = library[routine.Id].Name })],
            Programme = [.. NamedProgramme(programme)],
            Words = terms.ToImmutableDictionary(term => term.Key, term => term.Value.Name),
        };
    }

    private static IEnumerable<string> IdsIn(string name, IReadOnlyDictionary<string, string> fileOfExercise) =>
        fileOfExercise.Where(entry => entry.Value == name).Select(entry => entry.Key);

    private IEnumerable<Routine> NamedProgramme(Dictionary<string, TranslatedName> names)
    {
        var byId = from week in english.Weeks
                   from variant in Enum.GetValues<Variant>()
                   from lineUp in Enum.GetValues<LineUp>()
                   let name = names[EnumNames.Of(variant)].Name.Replace(TranslatedName.Week, $"{week.Week}", StringComparison.Ordinal)
                   select (Id: new ProgrammeDay(week.Week, lineUp).RoutineId(variant), Name: name);
        var all = byId.ToDictionary(routine => routine.Id, routine => routine.Name, StringComparer.Ordinal);
        return english.Programme.Select(routine => routine with { Name = all[routine.Id] });
    }

    private Dictionary<string, T> ReadFile<T>(string name, IEnumerable<string> ids, Func<string, JsonElement, SourceLocation, T?> read)
        where T : class
    {
        var translated = new Dictionary<string, T>(StringComparer.Ordinal);
        var file = new SourceLocation(errors, CatalogueFiles.In(language, name));
        if (DataFile.Open(files[file.File], file) is not { } entries)
        {
            return translated;
        }

        var missing = ids.ToList();
        var known = missing.ToHashSet(StringComparer.Ordinal);
        foreach (var (index, json) in entries.Index())
        {
            var id = ExerciseIds.IdOf(json);
            var location = file with { Entry = id is { Length: > 0 and <= 60 } ? $"'{id}'" : $"entry {index + 1}" };
            if (id is null || !known.Contains(id))
            {
                location.In("id").AddError(id is null ? "is missing." : $"is none of those that need words in {file.File}.");
            }
            else if (!missing.Remove(id))
            {
                location.In("id").AddError("is used already in this file.");
            }
            else if (read(id, json, location) is { } entry)
            {
                translated[id] = entry;
            }
        }

        foreach (var id in missing)
        {
            (file with { Entry = $"'{id}'" }).AddError("is missing.");
        }

        return translated;
    }
}
