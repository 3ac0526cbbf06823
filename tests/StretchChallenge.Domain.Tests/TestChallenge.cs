using System.Globalization;
using StretchChallenge.Domain.Calendars;
using StretchChallenge.Domain.Streaks;

namespace StretchChallenge.Domain.Tests;

/// <summary>The challenge that most tests use: Berlin, Monday 2 March to Sunday 26 April 2026, Monday to Friday.</summary>
internal static class TestChallenge
{
    public static TimeZoneInfo Berlin { get; } = TimeZones.Find("Europe/Berlin");

    public static ChallengeCalendar Challenge { get; } =
        new(new DateOnly(2026, 3, 2), new DateOnly(2026, 4, 26), Berlin, WorkDays.MondayToFriday, []);

    public static PersonCalendar Person { get; } = PersonCalendar.For(Challenge, ZoneTimeline.Fixed(Berlin));

    public static DateOnly Date(int month, int day) => new(2026, month, day);

    public static DateOnly March(int day) => Date(3, day);

    public static DateOnly April(int day) => Date(4, day);

    public static DateRange MarchDays(int from, int to) => new(March(from), March(to));

    public static DateTimeOffset Utc(string instant) =>
        DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    /// <summary>A local time in Berlin in March 2026.</summary>
    public static DateTimeOffset At(int day, int hour, int minute = 0, int second = 0) =>
        new(new DateTime(2026, 3, day, hour, minute, second), Berlin.GetUtcOffset(new DateTime(2026, 3, day, hour, minute, second)));

    /// <summary>The same work days on every date.</summary>
    public static WorkPattern Always(WorkDays days) => new([new WorkPatternChange(DateOnly.MinValue, days)]);

    public static DayLedger Done(params IEnumerable<DateOnly> dates) => new([.. dates], []);

    public static DayLedger Reported(this DayLedger ledger, params IEnumerable<DateOnly> dates) =>
        new([.. ledger.Done, .. dates], [.. ledger.SelfReported, .. dates]);
}
