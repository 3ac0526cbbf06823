using StretchChallenge.Domain.Calendars;

namespace StretchChallenge.Domain.Programme;

/// <summary>Where a day stands in the eight weeks, which is all that decides on its routine.</summary>
/// <param name="Week">1 to 8.</param>
/// <param name="LineUp">The line-up of the day: no two consecutive days have the same.</param>
public sealed record ProgrammeDay(int Week, LineUp LineUp)
{
    private const int DaysInWeek = 7;

    /// <summary>
    /// A person's day, by one of the challenges they are in: the one that runs on the date and began first, else the one
    /// to begin next, else the one that ended last. Without any it is a day of the first week.
    /// </summary>
    public static ProgrammeDay On(DateOnly date, IEnumerable<ChallengeCalendar> challenges)
    {
        ChallengeCalendar[] inOrder = [.. challenges.OrderBy(challenge => challenge.Start)];
        var challenge = Array.Find(inOrder, challenge => challenge.Contains(date))
            ?? Array.Find(inOrder, challenge => challenge.Start > date)
            ?? inOrder.LastOrDefault();
        return challenge is null ? new ProgrammeDay(1, LineUpOf(date.DayNumber)) : Since(challenge.Start, date);
    }

    /// <summary>The day of a challenge that starts on a date: before it of the first week, after its end of the last.</summary>
    public static ProgrammeDay Since(DateOnly start, DateOnly date)
    {
        var day = date.DayNumber - start.DayNumber;
        return new ProgrammeDay(Math.Clamp((day / DaysInWeek) + 1, 1, ChallengeSchedule.Weeks), LineUpOf(day));
    }

    /// <summary>The id of the day's routine in a variant, such as <c>week-1-desk-a</c>.</summary>
    public string RoutineId(Variant variant) => $"week-{Week}-{variant}-{LineUp}".ToLowerInvariant();

    private static LineUp LineUpOf(int day) => (day & 1) == 0 ? LineUp.A : LineUp.B;
}
