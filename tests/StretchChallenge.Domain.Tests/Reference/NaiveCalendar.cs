using StretchChallenge.Domain.Calendars;

namespace StretchChallenge.Domain.Tests.Reference;

/// <summary>A slow reference implementation of due days, close to the text of the rules.</summary>
internal static class NaiveCalendar
{
    public static IEnumerable<DateOnly> Days(ChallengeCalendar challenge) =>
        Enumerable.Range(challenge.Start.DayNumber, challenge.End.DayNumber - challenge.Start.DayNumber + 1).Select(DateOnly.FromDayNumber);

    public static bool MakesDue(PersonCalendar calendar, DateOnly date)
    {
        var own = calendar.Pattern?.Changes.Where(change => change.From <= date).ToArray() ?? [];
        var theirs = own.Length > 0 ? own.MaxBy(change => change.From).WorkDays.Names : [];
        var chosen = calendar.Challenge.WorkDays.Names.Where(name => theirs.Contains(name)).ToArray();
        return (chosen.Length > 0 ? chosen : [.. calendar.Challenge.WorkDays.Names]).Contains($"{date.DayOfWeek}"[..3])
            && !(date < calendar.Challenge.Start)
            && !(date > calendar.Challenge.End)
            && !calendar.Challenge.Holidays.Any(holiday => holiday == date)
            && !(date < calendar.Joined)
            && !calendar.Absences.Any(range => date >= range.From && date <= range.To);
    }

    public static bool IsTimeOff(PersonCalendar calendar, DateOnly date) =>
        calendar.TimeOff.Any(range => date >= range.From && date <= range.To);

    public static bool IsDue(PersonCalendar calendar, DateOnly date, bool done) =>
        MakesDue(calendar, date) && !IsTimeOff(calendar, date) && (!calendar.Neutral.Any(neutral => neutral == date) || done);

    /// <summary>
    /// The day at whose noon the grace ends: the next day that is due by the calendar alone, else the next day; never more than
    /// seven days later.
    /// </summary>
    public static DateOnly DayOfGraceEnd(PersonCalendar calendar, DateOnly date)
    {
        var following = Days(calendar.Challenge).Where(day => day > date && IsDue(calendar, day, done: false)).ToArray();
        var end = following.Length > 0 ? following.Min() : date.AddDays(1);
        return end.DayNumber - date.DayNumber > 7 ? date.AddDays(7) : end;
    }
}

/// <summary>Local times by trying every quarter of an hour; today's zones change their offset only then.</summary>
internal static class NaiveClock
{
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(15);

    public static DateTime LocalAt(ZoneTimeline zone, DateTimeOffset instant) =>
        TimeZoneInfo.ConvertTime(instant, zone.ZoneAt(instant)).DateTime;

    public static DateOnly DateAt(ZoneTimeline zone, DateTimeOffset instant) => DateOnly.FromDateTime(LocalAt(zone, instant));

    public static DateTimeOffset Noon(ZoneTimeline zone, DateOnly date) => FirstAt(zone, date.ToDateTime(new TimeOnly(12, 0)));

    public static DateTimeOffset Midnight(ZoneTimeline zone, DateOnly date) => FirstAt(zone, date.ToDateTime(TimeOnly.MinValue));

    private static DateTimeOffset FirstAt(ZoneTimeline zone, DateTime local)
    {
        var instant = new DateTimeOffset(local, TimeSpan.Zero).AddHours(-16);
        while (LocalAt(zone, instant) < local)
        {
            instant += Step;
        }

        return instant;
    }
}
