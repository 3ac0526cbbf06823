using System.Globalization;
using StretchChallenge.Domain.Calendars;
using StretchChallenge.Domain.Sessions;

namespace StretchChallenge.Domain.Tests.Sessions;

/// <summary>The dates and instants of recurring breaks.</summary>
public sealed class BreakScheduleTests
{
    private static readonly BreakSchedule _everyDayAtHalfPastTen = new(new TimeOnly(10, 30), null);

    [Fact]
    public void OccurrencesAfter_EveryWorkDay_SkipsTheWeekendAndHolidays()
    {
        var challenge = Challenge("2026-03-02") with { Holidays = [Date("2026-03-06")] };

        var found = _everyDayAtHalfPastTen.OccurrencesAfter(challenge, At("2026-03-05T08:00:00Z"));

        Assert.Equal(["2026-03-05", "2026-03-09", "2026-03-10", "2026-03-11", "2026-03-12"], found.Select(one => $"{one.Date:yyyy-MM-dd}"));
        Assert.All(found, one => Assert.Equal(new TimeSpan(9, 30, 0), one.StartsAt.UtcDateTime.TimeOfDay));
    }

    [Fact]
    public void OccurrencesAfter_TodaysHasStarted_BeginsWithTheNext() =>
        Assert.Equal(Date("2026-03-06"), _everyDayAtHalfPastTen.OccurrencesAfter(Challenge("2026-03-02"), At("2026-03-05T09:30:00Z"))[0].Date);

    [Fact]
    public void OccurrencesAfter_OnSomeDays_HasThoseThatAreWorkDays()
    {
        var schedule = new BreakSchedule(new TimeOnly(10, 30), WorkDays.Of(DayOfWeek.Tuesday, DayOfWeek.Saturday));

        var found = schedule.OccurrencesAfter(Challenge("2026-03-02"), At("2026-03-02T00:00:00Z"));

        Assert.Equal([Date("2026-03-03")], found.Select(one => one.Date));
    }

    [Theory]
    [InlineData("2026-02-20T08:00:00Z", null)]
    [InlineData("2026-02-26T08:00:00Z", "2026-03-02")]
    [InlineData("2026-04-24T08:00:00Z", "2026-04-24")]
    [InlineData("2026-04-24T09:00:00Z", null)]
    public void OccurrencesAfter_AtTheEdges_StaysInsideTheChallenge(string now, string? first)
    {
        var found = _everyDayAtHalfPastTen.OccurrencesAfter(Challenge("2026-03-02"), At(now));

        Assert.Equal(first, found.IsEmpty ? null : $"{found[0].Date:yyyy-MM-dd}");
    }

    [Theory]
    // Clocks in Berlin jump from 02:00 to 03:00 on 29 March, and fall from 03:00 to 02:00 on 25 October.
    [InlineData("2026-03-28", "02:30", "2026-03-28T01:30:00Z")]
    [InlineData("2026-03-29", "02:30", "2026-03-29T01:00:00Z")]
    [InlineData("2026-03-29", "10:30", "2026-03-29T08:30:00Z")]
    [InlineData("2026-10-25", "02:30", "2026-10-25T00:30:00Z")]
    [InlineData("2026-10-25", "10:30", "2026-10-25T09:30:00Z")]
    public void StartOn_TheClockIsChanged_IsOneInstantOfTheDate(string date, string time, string expected)
    {
        var schedule = new BreakSchedule(TimeOnly.ParseExact(time, "HH:mm", CultureInfo.InvariantCulture), null);

        Assert.Equal(At(expected), schedule.StartOn(Challenge("2026-03-02"), Date(date)));
    }

    private static ChallengeCalendar Challenge(string start) =>
        new(Date(start), Date(start).AddDays(55), TimeZones.Find("Europe/Berlin"), WorkDays.MondayToFriday, []);

    private static DateOnly Date(string date) => DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateTimeOffset At(string instant) => DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture);
}
