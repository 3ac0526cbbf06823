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
        var week = Enumerable.Range(2, 7).Select(Spring.March);

        Assert.Equal([true, true, true, true, true, false, false], week.Select(WorkDays.MondayToFriday.Contains));
    }
}
