using System.Collections.Immutable;
using System.Text.Json;
using StretchChallenge.Domain.Programme;
using StretchChallenge.Server.Catalogue.Exercises;
using StretchChallenge.Server.Hosting;

namespace StretchChallenge.Server.Catalogue.Reading.Translations;

/// <summary>
/// Reads the catalogue's words in another language. For each English file there is one with the same ids and nothing but
/// words; it is complete, or the server does not start.
/// </summary>
internal sealed class TranslationReader(CatalogueFiles files, string language, CatalogueContent english, List<CatalogueFault> faults)
{
    /// <summary>Names of muscles and equipment, for the search.</summary>
    public const string Words = "words.json";

    /// <summary>The catalogue in the language; of no use where there were faults.</summary>
    /// <param name="homes">The English file of each exercise, by its id.</param>
    public CatalogueContent Read(IReadOnlyDictionary<string, string> homes)
    {
        var exercises = english.Exercises.ToDictionary(exercise => exercise.Id, StringComparer.Ordinal);
        var words = CatalogueFiles.Exercises
            .SelectMany(name => ReadFile(name, IdsIn(name, homes), (id, json, place) => ExerciseWords.Read(json, place, exercises[id])))
            .ToDictionary(StringComparer.Ordinal);
        var library = ReadFile(CatalogueFiles.Routines, english.Library.Select(routine => routine.Id), (_, json, place) => NameWord.ReadRoutine(json, place));
        var programme = ReadFile(CatalogueFiles.Programme, WireWord.All<Variant>(), (_, json, place) => NameWord.ReadProgramme(json, place));
        var things = ReadFile(Words, [.. WireWord.All<Muscle>(), .. WireWord.All<Equipment>()], (_, json, place) => NameWord.Read(json, place));
        return faults.Count > 0 ? english : english with
        {
            Language = language,
            Exercises = [.. english.Exercises.Select(exercise => words[exercise.Id].Over(exercise))],
            Library = [.. english.Library.Select(routine => routine with { Name = library[routine.Id].Name })],
            Programme = [.. NamedProgramme(programme)],
            Words = things.ToImmutableDictionary(thing => thing.Key, thing => thing.Value.Name),
        };
    }

    private static IEnumerable<string> IdsIn(string name, IReadOnlyDictionary<string, string> homes) =>
        homes.Where(home => home.Value == name).Select(home => home.Key);

    private IEnumerable<Routine> NamedProgramme(Dictionary<string, NameWord> names)
    {
        var byId = from week in english.Weeks
                   from variant in Enum.GetValues<Variant>()
                   from lineUp in Enum.GetValues<LineUp>()
                   let name = names[WireWord.Of(variant)].Name.Replace(NameWord.Week, $"{week.Week}", StringComparison.Ordinal)
                   select (Id: new ProgrammeDay(week.Week, lineUp).RoutineId(variant), Name: name);
        var all = byId.ToDictionary(routine => routine.Id, routine => routine.Name, StringComparer.Ordinal);
        return english.Programme.Select(routine => routine with { Name = all[routine.Id] });
    }

    private Dictionary<string, T> ReadFile<T>(string name, IEnumerable<string> ids, Func<string, JsonElement, FaultPlace, T?> read)
        where T : class
    {
        var words = new Dictionary<string, T>(StringComparer.Ordinal);
        var file = new FaultPlace(faults, CatalogueFiles.In(language, name));
        if (DataFile.Open(files[file.File], file) is not { } entries)
        {
            return words;
        }

        var missing = ids.ToList();
        var known = missing.ToHashSet(StringComparer.Ordinal);
        foreach (var (index, json) in entries.Index())
        {
            var id = ExerciseIds.IdOf(json);
            var place = file with { Entry = id is { Length: > 0 and <= 60 } ? $"'{id}'" : $"entry {index + 1}" };
            if (id is null || !known.Contains(id))
            {
                place.In("id").Fault(id is null ? "is missing." : $"is none of those that need words in {file.File}.");
            }
            else if (!missing.Remove(id))
            {
                place.In("id").Fault("is used already in this file.");
            }
            else if (read(id, json, place) is { } entry)
            {
                words[id] = entry;
            }
        }

        foreach (var id in missing)
        {
            (file with { Entry = $"'{id}'" }).Fault("is missing.");
        }

        return words;
    }
}
