using StretchChallenge.Domain.Calendars;
using static StretchChallenge.Domain.Tests.TestChallenge;

namespace StretchChallenge.Domain.Tests.Calendars;

public sealed class PersonCalendarTests
{
    [Fact]
    public void DueByCalendar_EachReasonToBeOff_IsOff()
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

        Assert.Equal([March(11), March(16)], DatesOf(calendar.Days.DueByCalendar).TakeWhile(date => date < March(18)));
    }

    [Theory]
    [InlineData(4, false)]
    [InlineData(5, true)]
    [InlineData(6, false)]
    [InlineData(7, false)]
    [InlineData(9, false)]
    public void Due_DoneThoughOff_OnlyANeutralDateCounts(int day, bool due)
    {
        var calendar = Person with
        {
            Challenge = Challenge with { Holidays = [March(6)] },
            TimeOff = [MarchDays(4, 4)],
            Neutral = [March(5)],
            Absences = [MarchDays(9, 9)],
        };

        Assert.Equal(due, DatesOf(calendar.Days.Due(done: SetOf(March(day)))).Contains(March(day)));
        Assert.DoesNotContain(March(day), DatesOf(calendar.Days.Due(done: default)));
    }

    [Theory]
    [InlineData(2, false)]
    [InlineData(4, true)]
    [InlineData(7, false)]
    public void Leave_OfTimeOff_IsADayThatWouldBeDue(int day, bool leave)
    {
        var days = (Person with { TimeOff = [MarchDays(3, 10)], Neutral = [March(5)] }).Days;

        Assert.Equal(leave, DatesOf(days.Leave(done: default)).Contains(March(day)));
        Assert.Equal(leave, DatesOf(days.Leave(done: SetOf(March(day)))).Contains(March(day)));
        Assert.DoesNotContain(March(5), DatesOf(days.Leave(done: default)));
        Assert.Contains(March(5), DatesOf(days.Leave(done: SetOf(March(5)))));
    }

    [Fact]
    public void Scheduled_OwnWorkDays_AreAChoiceAmongTheChallenges()
    {
        var weekend = Person with { Pattern = Always(WorkDays.Of(DayOfWeek.Friday, DayOfWeek.Saturday)) };
        var none = Person with { Pattern = Always(WorkDays.Of(DayOfWeek.Saturday, DayOfWeek.Sunday)) };

        Assert.Equal([March(6)], DatesOf(weekend.Days.Scheduled).Take(1));
        Assert.Equal(Challenge.Dates.Take(5), DatesOf(none.Days.Scheduled).Take(5));
    }

    [Fact]
    public void NextDue_BeforeJoining_IsTheFirstDayInIt()
    {
        var days = (Person with { Joined = March(7) }).Days;

        Assert.Equal(Challenge.DayOf(March(9)), days.NextDue(after: Challenge.DayOf(March(2))));
        Assert.Equal(Challenge.DayOf(March(9)), days.NextDue(after: -60));
    }

    [Fact]
    public void NextAndLastDue_AtTheEdges_AreNone()
    {
        Assert.Null(Person.Days.NextDue(after: Challenge.DayOf(April(24))));
        Assert.Null(Person.Days.NextDue(after: 300));
        Assert.Null(Person.Days.LastDue(before: Challenge.DayOf(March(2))));
        Assert.Equal(Challenge.DayOf(April(24)), Person.Days.LastDue(before: 300));
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

    private static DaySet SetOf(DateOnly date) => Challenge.DaysOf([date]);

    private static DateOnly[] DatesOf(DaySet days) => [.. Challenge.Dates.Where(date => days.Contains(Challenge.DayOf(date)))];
}
