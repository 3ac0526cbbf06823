using StretchChallenge.Domain.Programme;
using StretchChallenge.Domain.Streaks;
using static StretchChallenge.Domain.Tests.TestChallenge;

namespace StretchChallenge.Domain.Tests.Programme;

/// <summary>Rule 23, by the documented example.</summary>
public sealed class WeeklyProgressTests
{
    private static readonly PersonStreak Streak = StreakFold.Fold(
        Person with { Challenge = Challenge with { Holidays = [March(6)] }, TimeOff = [MarchDays(9, 9)] },
        Done(March(2), March(3), March(7)),
        At(11, 10));

    [Fact]
    public void Of_TheFirstWeek_CountsItsDays()
    {
        var week = WeeklyProgress.Of(Streak)[0];

        Assert.Equal((1, March(2), 1, 15), (week.Week, week.From, week.Block, week.HoldSeconds));
        Assert.Equal((4, 2, 2, 0, 0, 3), (week.Due, week.Done, week.Frozen, week.Pending, week.Missed, week.Off));
    }

    [Fact]
    public void Of_TheCurrentWeek_CountsDueDaysUpToToday()
    {
        var week = WeeklyProgress.Of(Streak)[1];

        Assert.Equal((2, 0, 0, 2, 0, 3), (week.Due, week.Done, week.Frozen, week.Pending, week.Missed, week.Off));
    }

    [Fact]
    public void Of_AllWeeks_AddUpToTheRing()
    {
        var weeks = WeeklyProgress.Of(Streak);

        Assert.Equal(8, weeks.Length);
        Assert.Equal(Streak.Due, weeks.Sum(week => week.Due));
        Assert.Equal(Streak.DoneDue, weeks.Sum(week => week.Done));
        Assert.Equal(Streak.Days, weeks.SelectMany(week => week.Days));
    }
}
