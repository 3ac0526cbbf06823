using StretchChallenge.Domain.Calendars;

namespace StretchChallenge.Domain.Tests.Calendars;

public sealed class IsoWeekTests
{
    [Theory]
    [InlineData("2026-03-02", "2026-03-02")]
    [InlineData("2026-03-08", "2026-03-02")]
    [InlineData("2027-01-01", "2026-12-28")]
    [InlineData("0001-01-01", "0001-01-01")]
    public void Of_AnyDate_BeginsOnItsMonday(string date, string monday)
    {
        var week = IsoWeek.Of(DateOnly.Parse(date, null));

        Assert.Equal(DateOnly.Parse(monday, null), week.Monday);
        Assert.True(week.Contains(DateOnly.Parse(date, null)));
    }

    [Fact]
    public void Contains_TheNextMonday_DoesNot()
    {
        Assert.False(IsoWeek.Of(TestChallenge.March(2)).Contains(TestChallenge.March(9)));
    }
}
