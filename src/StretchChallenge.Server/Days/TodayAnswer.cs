using System.Collections.Immutable;
using StretchChallenge.Contracts.Users;
using StretchChallenge.Domain.Programme;
using StretchChallenge.Server.Catalogue;
using StretchChallenge.Server.Catalogue.Routines;
using StretchChallenge.Server.Sessions;

namespace StretchChallenge.Server.Days;

/// <summary>A person's day and the routine for it.</summary>
/// <param name="Date">The local date.</param>
/// <param name="Zone">The IANA zone in which it is that date.</param>
/// <param name="Done">Whether the date has its credit (rule 1).</param>
/// <param name="Routine">The id of the day's routine in each variant.</param>
/// <param name="Routines">These routines, each once.</param>
/// <param name="Challenges">The day in each challenge that the person is in.</param>
/// <param name="NextSession">The live break that is on or comes next in one of them; null where none is planned.</param>
public sealed record TodayAnswer(
    DateOnly Date,
    string Zone,
    bool Done,
    VariantRoutines Routine,
    ImmutableArray<RoutineSummary> Routines,
    ImmutableArray<TodayInChallenge> Challenges,
    NextSession? NextSession)
{
    /// <summary>The answer for a day.</summary>
    internal static TodayAnswer Of(Today today, Func<Variant, Routine> routineFor, NextSession? nextSession) => new(
        today.Date,
        today.Zone,
        today.Done,
        VariantRoutines.Of(variant => routineFor(variant).Id),
        [.. Enum.GetValues<Variant>().Select(routineFor).DistinctBy(routine => routine.Id).Select(RoutineSummary.Of)],
        today.Challenges,
        nextSession);
}
