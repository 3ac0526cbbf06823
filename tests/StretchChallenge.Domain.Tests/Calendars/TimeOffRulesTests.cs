using StretchChallenge.Domain.Calendars;
using static StretchChallenge.Domain.Tests.TestChallenge;

namespace StretchChallenge.Domain.Tests.Calendars;

/// <summary>Rule 6; today is Wednesday, 11 March.</summary>
public sealed class TimeOffRulesTests
{
    private static readonly DateOnly Today = March(11);
    private static readonly ChallengeCalendar Earlier = Challenge with { Start = new DateOnly(2026, 1, 12), End = March(8) };

    [Theory]
    [InlineData(11, 11)]
    [InlineData(12, 30)]
    [InlineData(8, 20)]
    public void Decide_FromTodayOnOrThreeDaysBack_IsAccepted(int from, int to)
    {
        Assert.Equal(
            new TimeOffDecision.Accepted(new TimeOffEntry(MarchDays(from, to), Today)),
            Decide(MarchDays(from, to)));
    }

    [Fact]
    public void Decide_FourDaysBack_IsTooMany()
    {
        Assert.Equal(new TimeOffDecision.TooManyBackDated(4, 3), Decide(MarchDays(7, 11)));
    }

    [Fact]
    public void Decide_ThreeDaysBackInAll_CountsEarlierEntriesOfTheChallenge()
    {
        var earlier = new TimeOffEntry(MarchDays(3, 4), March(5));

        Assert.IsType<TimeOffDecision.Accepted>(Decide(MarchDays(10, 11), earlier));
        Assert.Equal(new TimeOffDecision.TooManyBackDated(4, 3), Decide(MarchDays(9, 11), earlier));
    }

    [Fact]
    public void Decide_TheSameDatesAgain_CountOnce()
    {
        Assert.IsType<TimeOffDecision.Accepted>(Decide(MarchDays(8, 10), new TimeOffEntry(MarchDays(8, 10), Today)));
    }

    [Fact]
    public void Decide_BackDatedOutsideTheChallenge_CountsNothingInIt()
    {
        var late = Challenge with { Start = March(11) };

        Assert.IsType<TimeOffDecision.Accepted>(TimeOffRules.Decide(MarchDays(4, 11), Today, [], [late], []));
    }

    [Theory]
    [InlineData(4, true)]
    [InlineData(3, false)]
    public void Decide_SevenDaysBack_IsTheFurthest(int day, bool accepted)
    {
        var decision = Decide(MarchDays(day, day));

        Assert.Equal(accepted, decision is TimeOffDecision.Accepted);
        Assert.Equal(!accepted, decision == new TimeOffDecision.TooFarBack(March(4)));
    }

    [Fact]
    public void Decide_ABackDatedDayOfAClosedChallenge_IsRefused()
    {
        Assert.Equal(
            new TimeOffDecision.ChallengeClosed(March(8)),
            TimeOffRules.Decide(MarchDays(8, 11), Today, [], [Challenge], [Earlier]));
    }

    [Fact]
    public void Decide_AfterAClosedChallenge_IsAccepted()
    {
        Assert.IsType<TimeOffDecision.Accepted>(TimeOffRules.Decide(MarchDays(9, 11), Today, [], [Challenge], [Earlier]));
    }

    [Fact]
    public void Decide_BackwardsOrEndless_IsNoRange()
    {
        Assert.IsType<TimeOffDecision.InvalidRange>(Decide(MarchDays(12, 11)));
        Assert.IsType<TimeOffDecision.InvalidRange>(Decide(new DateRange(Today, DateOnly.MaxValue)));
        Assert.IsType<TimeOffDecision.InvalidRange>(Decide(new DateRange(DateOnly.MinValue, DateOnly.MaxValue)));
    }

    [Fact]
    public void RemainderAfterCancelling_Today_LeavesThePastAndToday()
    {
        Assert.Equal(MarchDays(9, 11), TimeOffRules.RemainderAfterCancelling(MarchDays(9, 13), Today));
        Assert.Equal(MarchDays(2, 5), TimeOffRules.RemainderAfterCancelling(MarchDays(2, 5), Today));
        Assert.Equal(MarchDays(11, 11), TimeOffRules.RemainderAfterCancelling(MarchDays(11, 13), Today));
        Assert.Null(TimeOffRules.RemainderAfterCancelling(MarchDays(12, 13), Today));
    }

    private static TimeOffDecision Decide(DateRange range, params TimeOffEntry[] earlier) =>
        TimeOffRules.Decide(range, Today, earlier, [Challenge], []);
}
