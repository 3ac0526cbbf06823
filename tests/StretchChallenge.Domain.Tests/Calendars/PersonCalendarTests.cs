using StretchChallenge.Domain.Calendars;
using static StretchChallenge.Domain.Tests.TestChallenge;

namespace StretchChallenge.Domain.Tests.Calendars;

public sealed class PersonCalendarTests
{
    [Fact]
    public void IsDueByCalendar_EachReasonToBeOff_IsOff()
    {
        var calendar = Person with
        {
            Challenge = Challenge with { Holidays = [March(3)] },
            Joined = March(3),
            TimeOff = [MarchDays(4, 4)],
            Neutral = [March(5)],
            Absences = [MarchDays(6, 9)],
            Pattern = new WorkPattern([new WorkPatternChange(March(9), WorkDays.Of(DayOfWeek.Monday, DayOfWeek.Wednesday))]),
        };

        Assert.Equal([March(11), March(16)], Challenge.Dates.TakeWhile(date => date < March(18)).Where(calendar.IsDueByCalendar));
    }

    [Theory]
    [InlineData(4, false)]
    [InlineData(5, true)]
    [InlineData(6, false)]
    [InlineData(7, false)]
    [InlineData(9, false)]
    public void IsDue_DoneThoughOff_OnlyANeutralDateCounts(int day, bool due)
    {
        var calendar = Person with
        {
            Challenge = Challenge with { Holidays = [March(6)] },
            TimeOff = [MarchDays(4, 4)],
            Neutral = [March(5)],
            Absences = [MarchDays(9, 9)],
        };

        Assert.Equal(due, calendar.IsDue(March(day), done: true));
        Assert.False(calendar.IsDue(March(day), done: false));
    }

    [Theory]
    [InlineData(2, false)]
    [InlineData(4, true)]
    [InlineData(7, false)]
    public void IsLeaveDay_OfTimeOff_IsADayThatWouldBeDue(int day, bool leave)
    {
        var calendar = Person with { TimeOff = [MarchDays(3, 10)], Neutral = [March(5)] };

        Assert.Equal(leave, calendar.IsLeaveDay(March(day), done: false));
        Assert.Equal(leave, calendar.IsLeaveDay(March(day), done: true));
        Assert.False(calendar.IsLeaveDay(March(5), done: false));
        Assert.True(calendar.IsLeaveDay(March(5), done: true));
    }

    [Fact]
    public void IsScheduled_OwnWorkDays_AreAChoiceAmongTheChallenges()
    {
        var weekend = Person with { Pattern = Always(WorkDays.Of(DayOfWeek.Friday, DayOfWeek.Saturday)) };
        var none = Person with { Pattern = Always(WorkDays.Of(DayOfWeek.Saturday, DayOfWeek.Sunday)) };

        Assert.Equal([March(6)], Challenge.Dates.Take(7).Where(weekend.IsScheduled));
        Assert.Equal(Challenge.Dates.Take(5), Challenge.Dates.Take(7).Where(none.IsScheduled));
    }

    [Fact]
    public void NextDueByCalendar_BeforeJoining_IsTheFirstDayInIt()
    {
        var calendar = Person with { Joined = March(7) };

        Assert.Equal(March(9), calendar.NextDueByCalendar(March(2)));
        Assert.Equal(March(9), calendar.NextDueByCalendar(new DateOnly(2026, 1, 1)));
    }

    [Fact]
    public void NextAndLastDueByCalendar_AtTheEdges_AreNone()
    {
        Assert.Null(Person.NextDueByCalendar(April(24)));
        Assert.Null(Person.NextDueByCalendar(new DateOnly(2027, 1, 1)));
        Assert.Null(Person.LastDueByCalendar(March(2)));
        Assert.Equal(April(24), Person.LastDueByCalendar(new DateOnly(2027, 1, 1)));
    }

    [Fact]
    public void GraceEnd_OverAnAbsence_EndsOnTheFirstDayBack()
    {
        var calendar = Person with { Absences = [MarchDays(4, 8)] };

        Assert.Equal(At(9, 12), calendar.GraceEnd(March(3)));
    }

    [Theory]
    [InlineData(9, 10)]
    [InlineData(10, 10)]
    [InlineData(30, 10)]
    public void GraceEnd_OverLongTimeOff_IsNoonOfTheSeventhDayAtTheLatest(int lastDayOff, int end)
    {
        var calendar = Person with { TimeOff = [MarchDays(4, lastDayOff)] };

        Assert.Equal(At(end, 12), calendar.GraceEnd(March(3)));
    }

    [Fact]
    public void GraceEnd_AfterLeavingForGood_IsTheNextDaysNoon()
    {
        var calendar = Person with { Absences = [DateRange.Since(March(4))] };

        Assert.Equal(At(4, 12), calendar.GraceEnd(March(3)));
    }

    [Fact]
    public void GraceEnd_TravellingEastwards_FollowsTheNewZone()
    {
        var zone = Person.Zone.With(new ZoneChange(At(4, 0), "Asia/Tokyo", Neutralises: false));

        Assert.Equal(Utc("2026-03-04T03:00:00Z"), (Person with { Zone = zone }).GraceEnd(March(3)));
    }
}
