using StretchChallenge.Domain.Calendars;

namespace StretchChallenge.Domain.Tests.Reference;

/// <summary>Due days straight from the text of the rules.</summary>
internal static class NaiveCalendar
{
    public static IEnumerable<DateOnly> Days(ChallengeCalendar challenge) =>
        Enumerable.Range(challenge.Start.DayNumber, challenge.End.DayNumber - challenge.Start.DayNumber + 1).Select(DateOnly.FromDayNumber);

    public static bool MakesDue(PersonCalendar calendar, DateOnly date)
    {
        var own = calendar.Pattern?.Changes.Where(change => change.From <= date).ToArray() ?? [];
        var pattern = own.Length > 0 ? own.MaxBy(change => change.From).WorkDays : calendar.Challenge.WorkDays;
        return pattern.Contains(date)
            && !(date < calendar.Challenge.Start)
            && !(date > calendar.Challenge.End)
            && !calendar.Challenge.Holidays.Any(holiday => holiday == date)
            && !(date < calendar.Joined)
            && !calendar.Absences.Any(range => date >= range.From && date <= range.To);
    }

    public static bool IsOff(PersonCalendar calendar, DateOnly date) =>
        calendar.TimeOff.Any(range => date >= range.From && date <= range.To) || calendar.Neutral.Any(neutral => neutral == date);

    public static bool IsDue(PersonCalendar calendar, DateOnly date, bool done) =>
        MakesDue(calendar, date) && (!IsOff(calendar, date) || done);

    /// <summary>The day whose noon ends the grace: the next due day by the calendar alone, else the next day.</summary>
    public static DateOnly DayOfGraceEnd(PersonCalendar calendar, DateOnly date)
    {
        var following = Days(calendar.Challenge).Where(day => day > date && MakesDue(calendar, day) && !IsOff(calendar, day)).ToArray();
        return following.Length > 0 ? following.Min() : date.AddDays(1);
    }
}
