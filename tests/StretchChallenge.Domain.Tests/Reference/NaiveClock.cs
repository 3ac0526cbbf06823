using StretchChallenge.Domain.Calendars;

namespace StretchChallenge.Domain.Tests.Reference;

/// <summary>Local time the slow way: it walks through the quarters of an hour, on which all clocks of our day change.</summary>
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
