using System.Collections.Immutable;
using StretchChallenge.Domain.Programme;
using StretchChallenge.Server.Catalogue.Exercises;
using StretchChallenge.Server.Hosting;

namespace StretchChallenge.Server.Catalogue.Reading;

/// <summary>All that the data files hold, free of faults.</summary>
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
    /// <summary>The language of its words, by the two letters.</summary>
    public string Language { get; init; } = Languages.Default;

    /// <summary>What muscles and equipment are called where that differs from their words in the data.</summary>
    public ImmutableDictionary<string, string> Words { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The same in all other languages.</summary>
    public ImmutableArray<CatalogueContent> Translations { get; init; } = [];
}
