using StretchChallenge.Domain.Calendars;

namespace StretchChallenge.Domain.Programme;

/// <summary>One of the two daily routines of a block; they alternate from day to day.</summary>
public enum LineUp
{
    /// <summary>The routine of a challenge's first day and of every second day from then on.</summary>
    A,

    /// <summary>The routine of the days between.</summary>
    B,
}

/// <summary>A day's position in the programme; the day's routine depends on it alone.</summary>
/// <param name="Week">The week, 1 to 8.</param>
/// <param name="LineUp">Which of the block's two routines it is; consecutive days have different ones.</param>
public sealed record ProgrammeDay(int Week, LineUp LineUp)
{
    /// <summary>
    /// A person's day in one of their challenges: of those that run on the date the one that began first, else the next to
    /// begin, else the last one that ended. Without a challenge it is a day of week 1.
    /// </summary>
    public static ProgrammeDay On(DateOnly date, IEnumerable<ChallengeCalendar> challenges)
    {
        ChallengeCalendar[] inOrder = [.. challenges.OrderBy(challenge => challenge.Start)];
        var challenge = Array.Find(inOrder, challenge => challenge.Contains(date))
            ?? Array.Find(inOrder, challenge => challenge.Start > date)
            ?? inOrder.LastOrDefault();
        return challenge is null ? new ProgrammeDay(1, LineUpOf(date.DayNumber)) : Since(challenge.Start, date);
    }

    /// <summary>The day of a challenge that starts on a date; before the start it is in week 1, after the end in week 8.</summary>
    public static ProgrammeDay Since(DateOnly start, DateOnly date)
    {
        var day = date.DayNumber - start.DayNumber;
        var week = Math.Clamp((day / ChallengeSchedule.DaysInWeek) + 1, 1, ChallengeSchedule.Weeks);
        return new ProgrammeDay(week, LineUpOf(day));
    }

    /// <summary>The id of the day's routine in a variant, for example <c>week-1-desk-a</c>.</summary>
    public string RoutineId(Variant variant) => $"week-{Week}-{variant}-{LineUp}".ToLowerInvariant();

    private static LineUp LineUpOf(int day) => (day & 1) == 0 ? LineUp.A : LineUp.B;
}
