using System.Collections.Immutable;
using StretchChallenge.Contracts.Users;
using StretchChallenge.Server.Catalogue;

namespace StretchChallenge.Server.Days;

/// <summary>A person's day and the routine for it.</summary>
/// <param name="Date">The local date.</param>
/// <param name="Zone">The IANA zone in which it is that date.</param>
/// <param name="Done">Whether the date has its credit (rule 1).</param>
/// <param name="Routine">The id of the day's routine in each variant.</param>
/// <param name="Challenges">The day in each challenge that the person is in.</param>
public sealed record TodayAnswer(
    DateOnly Date,
    string Zone,
    bool Done,
    TodayRoutine Routine,
    ImmutableArray<TodayInChallenge> Challenges)
{
    /// <summary>The answer for a day.</summary>
    public static TodayAnswer Of(Today today, RoutineCatalogue catalogue)
    {
        var routine = catalogue.OfToday.Id;
        return new TodayAnswer(today.Date, today.Zone, today.Done, new TodayRoutine(routine, routine, routine), today.Challenges);
    }
}
