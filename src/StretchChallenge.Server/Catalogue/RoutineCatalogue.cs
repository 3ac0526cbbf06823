using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Extensions.Options;
using StretchChallenge.Domain.Programme;
using StretchChallenge.Server.Catalogue.Exercises;
using StretchChallenge.Server.Catalogue.Reading;
using StretchChallenge.Server.Catalogue.Routines;

namespace StretchChallenge.Server.Catalogue;

/// <summary>
/// The exercises, the routines and the programme, read once from the data files. Texts are in the language of
/// <see cref="CultureInfo.CurrentUICulture" />, or English; ids and times are the same in all languages.
/// </summary>
internal sealed class RoutineCatalogue
{
    private readonly LocalizedCatalogue _english;
    private readonly FrozenDictionary<string, LocalizedCatalogue> _translations;

    /// <summary>Reads the data files.</summary>
    /// <exception cref="CatalogueException">They have errors.</exception>
    public RoutineCatalogue(CatalogueFiles files, IOptions<RoutineOptions> options)
    {
        var content = CatalogueReader.Read(files);
        Programme = new EightWeeks(content.Weeks);
        _english = new LocalizedCatalogue(content, options.Value);
        _translations = content.Translations
            .Select(translation => new LocalizedCatalogue(translation, options.Value))
            .ToFrozenDictionary(catalogue => catalogue.Language, StringComparer.Ordinal);
    }

    /// <summary>The two-letter code of the language of the current request.</summary>
    public string Language => Current.Language;

    /// <summary>All exercises.</summary>
    public ImmutableArray<SearchableExercise> Exercises => Current.Listed;

    /// <summary>The routines to choose from, without those of the programme.</summary>
    public ImmutableArray<Routine> Library => Current.Library;

    /// <summary>The eight weeks.</summary>
    public EightWeeks Programme { get; }

    private LocalizedCatalogue Current =>
        _translations.GetValueOrDefault(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName) ?? _english;

    /// <summary>The routine of the library or the programme with an id, or null.</summary>
    public Routine? Find(string id) => Current.Routines.GetValueOrDefault(id);

    /// <summary>The routine of a day of the programme.</summary>
    public Routine Of(ProgrammeDay day, Variant variant) => Current.Routines[day.RoutineId(variant)];

    /// <summary>The gentle routine of a variant.</summary>
    public Routine GentleFor(Variant variant) => Current.Routines[GentleRoutines.IdFor(variant)];

    /// <summary>The exercise with an id, or null.</summary>
    public Exercise? FindExercise(string id) => Current.Exercises.GetValueOrDefault(id);

    /// <summary>The exercise of a routine's step.</summary>
    public Exercise ExerciseOf(RoutineStep step) => Current.Exercises[step.Exercise];
}

/// <summary>The whole catalogue in one language.</summary>
internal sealed class LocalizedCatalogue
{
    /// <summary>Creates the catalogue from this content, at the pace of the options.</summary>
    public LocalizedCatalogue(CatalogueContent content, RoutineOptions options)
    {
        Language = content.Language;
        Listed = [.. content.Exercises.Select(exercise => new SearchableExercise(exercise, content.Words))];
        Library = [.. content.Library.Select(options.AtPace)];
        Exercises = content.Exercises.ToFrozenDictionary(exercise => exercise.Id, StringComparer.Ordinal);
        Routines = Library.Concat(content.Programme.Select(options.AtPace))
            .ToFrozenDictionary(routine => routine.Id, StringComparer.Ordinal);
    }

    /// <summary>The two-letter code of its language.</summary>
    public string Language { get; }

    /// <summary>All exercises, in the order of the files.</summary>
    public ImmutableArray<SearchableExercise> Listed { get; }

    /// <summary>The routines to choose from.</summary>
    public ImmutableArray<Routine> Library { get; }

    /// <summary>All exercises by their ids.</summary>
    public FrozenDictionary<string, Exercise> Exercises { get; }

    /// <summary>All routines by their ids, including the programme's.</summary>
    public FrozenDictionary<string, Routine> Routines { get; }
}
