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
/// The exercises, the routines and the programme, read once from the data files. Their words are those of the language
/// asked for, <see cref="CultureInfo.CurrentUICulture" />, or English; ids and times are the same in all languages.
/// </summary>
internal sealed class RoutineCatalogue
{
    private readonly CatalogueEdition _english;
    private readonly FrozenDictionary<string, CatalogueEdition> _editions;

    /// <summary>Reads the data files.</summary>
    /// <exception cref="CatalogueException">They have faults.</exception>
    public RoutineCatalogue(CatalogueFiles files, IOptions<RoutineOptions> options)
    {
        var content = CatalogueReader.Read(files);
        Programme = new EightWeeks(content.Weeks);
        _english = new CatalogueEdition(content, options.Value);
        _editions = content.Translations
            .Select(translation => new CatalogueEdition(translation, options.Value))
            .ToFrozenDictionary(edition => edition.Language, StringComparer.Ordinal);
    }

    /// <summary>The language in which its words are now, by the two letters.</summary>
    public string Language => Edition.Language;

    /// <summary>All exercises.</summary>
    public ImmutableArray<ListedExercise> Exercises => Edition.Listed;

    /// <summary>The routines to choose from, without those of the programme.</summary>
    public ImmutableArray<Routine> Library => Edition.Library;

    /// <summary>The eight weeks.</summary>
    public EightWeeks Programme { get; }

    private CatalogueEdition Edition =>
        _editions.GetValueOrDefault(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName) ?? _english;

    /// <summary>The routine of an id, of the library or of the programme; null where there is none.</summary>
    public Routine? Find(string id) => Edition.Routines.GetValueOrDefault(id);

    /// <summary>The routine of a day of the programme.</summary>
    public Routine Of(ProgrammeDay day, Variant variant) => Edition.Routines[day.RoutineId(variant)];

    /// <summary>The gentle routine of a variant.</summary>
    public Routine GentleFor(Variant variant) => Edition.Routines[GentleRoutines.IdFor(variant)];

    /// <summary>The exercise of an id; null where there is none.</summary>
    public Exercise? FindExercise(string id) => Edition.Exercises.GetValueOrDefault(id);

    /// <summary>The exercise of a routine's step.</summary>
    public Exercise ExerciseOf(RoutineStep step) => Edition.Exercises[step.Exercise];
}
