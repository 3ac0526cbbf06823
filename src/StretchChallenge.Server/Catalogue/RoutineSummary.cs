using System.Collections.Immutable;
using StretchChallenge.Domain.Programme;

namespace StretchChallenge.Server.Catalogue;

/// <summary>A routine in the list.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Minutes">Its planned time, rounded up to whole minutes.</param>
/// <param name="Variants">The variants in which it can be started.</param>
public sealed record RoutineSummary(string Id, string Name, int Minutes, ImmutableArray<string> Variants)
{
    /// <summary>The summary of a routine.</summary>
    public static RoutineSummary Of(Routine routine) =>
        new(routine.Id, routine.Name, (routine.PlannedSeconds + 59) / 60, Catalogue.Variants.All);
}
