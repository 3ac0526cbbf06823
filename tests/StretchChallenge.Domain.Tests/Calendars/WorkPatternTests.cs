using StretchChallenge.Domain.Calendars;

namespace StretchChallenge.Domain.Tests.Calendars;

public sealed class WorkDaysTests
{
    [Fact]
    public void TryParse_ItsOwnNames_GivesTheSameSet()
    {
        var days = WorkDays.Of(DayOfWeek.Sunday, DayOfWeek.Wednesday);

        Assert.True(WorkDays.TryParse(days.Names, out var parsed));
        Assert.Equal(days, parsed);
        Assert.Equal("Wed,Sun", days.ToString());
        Assert.Equal(2, days.Count);
    }

    [Theory]
    [InlineData("mon")]
    [InlineData("Monday")]
    [InlineData("")]
    public void TryParse_OtherNames_Refuses(string name)
    {
        Assert.False(WorkDays.TryParse(["Mon", name], out _));
    }

    [Fact]
    public void Contains_EachWeekday_FollowsTheCalendar()
    {
        var week = Enumerable.Range(2, 7).Select(TestChallenge.March);

        Assert.Equal([true, true, true, true, true, false, false], week.Select(WorkDays.MondayToFriday.Contains));
    }
}

public sealed class WorkPatternTests
{
    private static readonly WorkDays MondayOnly = WorkDays.Of(DayOfWeek.Monday);
    private static readonly WorkDays TuesdayOnly = WorkDays.Of(DayOfWeek.Tuesday);

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(8)]
    public void PlanChange_AnyDayOfTheWeek_AppliesFromTheFollowingMonday(int today)
    {
        Assert.Equal(new WorkPatternChange(TestChallenge.March(9), MondayOnly), WorkPattern.PlanChange(TestChallenge.March(today), MondayOnly));
    }

    [Fact]
    public void On_BeforeTheFirstChange_IsTheChallengesPattern()
    {
        var pattern = new WorkPattern([new WorkPatternChange(TestChallenge.March(9), MondayOnly)]);

        Assert.Null(pattern.On(TestChallenge.March(8)));
        Assert.Equal(MondayOnly, pattern.On(TestChallenge.March(9)));
    }

    [Fact]
    public void With_AnotherChangeForTheSameMonday_ReplacesIt()
    {
        var pattern = TestChallenge.Always(WorkDays.MondayToFriday)
            .With(WorkPattern.PlanChange(TestChallenge.March(3), MondayOnly))
            .With(WorkPattern.PlanChange(TestChallenge.March(5), TuesdayOnly));

        Assert.Equal(2, pattern.Changes.Length);
        Assert.Equal(WorkDays.MondayToFriday, pattern.On(TestChallenge.March(8)));
        Assert.Equal(TuesdayOnly, pattern.On(TestChallenge.March(9)));
    }
}
