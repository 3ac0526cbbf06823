using System.Collections.Immutable;
using StretchChallenge.Domain.Programme;

namespace StretchChallenge.Server.Catalogue.Routines;

/// <summary>A routine in the list.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Minutes">Its planned time, rounded up to whole minutes.</param>
/// <param name="Seconds">Its planned time.</param>
/// <param name="Variants">The variants in which it can be started.</param>
/// <param name="Gentle">Whether it suits a disc injury.</param>
public sealed record RoutineSummary(
    string Id, string Name, int Minutes, int Seconds, ImmutableArray<Variant> Variants, bool Gentle)
{
    /// <summary>The summary of a routine.</summary>
    public static RoutineSummary Of(Routine routine) => new(
        routine.Id,
        routine.Name,
        MinutesOf(routine),
        routine.PlannedSeconds,
        routine.Variants,
        routine.IsGentle);

    /// <summary>The planned time in whole minutes, rounded up.</summary>
    public static int MinutesOf(Routine routine) => (routine.PlannedSeconds + 59) / 60;
}
