using System.Collections.Frozen;
using System.Collections.Immutable;
using StretchChallenge.Domain.Programme;
using StretchChallenge.Server.Catalogue.Exercises;
using StretchChallenge.Server.Catalogue.Reading;
using StretchChallenge.Server.Catalogue.Routines;

namespace StretchChallenge.Server.Catalogue;

/// <summary>The whole catalogue in one language.</summary>
internal sealed class CatalogueEdition
{
    /// <summary>The catalogue of this content, at the pace of the options.</summary>
    public CatalogueEdition(CatalogueContent content, RoutineOptions options)
    {
        Language = content.Language;
        Listed = [.. content.Exercises.Select(exercise => new ListedExercise(exercise, content.Words))];
        Library = [.. content.Library.Select(options.Hasten)];
        Exercises = content.Exercises.ToFrozenDictionary(exercise => exercise.Id, StringComparer.Ordinal);
        Routines = Library.Concat(content.Programme.Select(options.Hasten))
            .ToFrozenDictionary(routine => routine.Id, StringComparer.Ordinal);
    }

    /// <summary>Its language, by the two letters.</summary>
    public string Language { get; }

    /// <summary>All exercises, in their order, as a search goes through them.</summary>
    public ImmutableArray<ListedExercise> Listed { get; }

    /// <summary>The routines to choose from.</summary>
    public ImmutableArray<Routine> Library { get; }

    /// <summary>All exercises by their ids.</summary>
    public FrozenDictionary<string, Exercise> Exercises { get; }

    /// <summary>All routines by their ids, those of the programme too.</summary>
    public FrozenDictionary<string, Routine> Routines { get; }
}
