using System.Collections.Immutable;
using StretchChallenge.Domain.Calendars;
using static StretchChallenge.Domain.Tests.TestChallenge;

namespace StretchChallenge.Domain.Tests.Calendars;

/// <summary>Rule 6; today is Wednesday, 11 March.</summary>
public sealed class TimeOffRulesTests
{
    private static readonly DateOnly Today = March(11);
    private static readonly ChallengeCalendar Earlier = Challenge with { Start = new DateOnly(2026, 1, 12), End = March(8) };

    [Theory]
    [InlineData(12, 12)]
    [InlineData(12, 30)]
    [InlineData(11, 30)]
    [InlineData(7, 20)]
    public void Decide_FromTomorrowOnOrFiveDaysUpToToday_IsAccepted(int from, int to)
    {
        AssertAccepted(Decide(MarchDays(from, to)), MarchDays(from, to));
    }

    [Fact]
    public void Decide_YearsFromTomorrowOn_IsAccepted()
    {
        var years = new DateRange(March(12), March(12).AddYears(9));

        AssertAccepted(Decide(years), years);
    }

    [Fact]
    public void Decide_SixDaysUpToToday_IsTooMany()
    {
        Assert.Equal(new TimeOffDecision.TooManyLate(6, 5), Decide(MarchDays(6, 11)));
    }

    [Fact]
    public void Decide_FiveDaysInAll_CountsEarlierEntriesOfTheChallenge()
    {
        var earlier = new TimeOffEntry(MarchDays(3, 5), March(5));

        AssertAccepted(Decide(MarchDays(10, 11), earlier), MarchDays(10, 11));
        Assert.Equal(new TimeOffDecision.TooManyLate(6, 5), Decide(MarchDays(9, 11), earlier));
    }

    [Fact]
    public void Decide_EachDayOnTheDayItself_CountsToo()
    {
        TimeOffEntry[] earlier = [.. Enumerable.Range(4, 5).Select(day => new TimeOffEntry(MarchDays(day, day), March(day)))];

        Assert.Equal(new TimeOffDecision.TooManyLate(6, 5), Decide(MarchDays(11, 11), earlier));
        AssertAccepted(Decide(MarchDays(12, 12), earlier), MarchDays(12, 12));
    }

    [Fact]
    public void Decide_TheSameDatesAgain_CountOnce()
    {
        AssertAccepted(Decide(MarchDays(7, 11), new TimeOffEntry(MarchDays(7, 11), Today)), MarchDays(7, 11));
    }

    [Fact]
    public void Decide_DatesThatWereAnnouncedBefore_CountNothing()
    {
        AssertAccepted(Decide(MarchDays(4, 20), new TimeOffEntry(MarchDays(4, 11), March(3))), MarchDays(4, 20));
    }

    [Fact]
    public void Decide_UpToTodayOutsideTheChallenge_CountsNothingInIt()
    {
        var late = Challenge with { Start = March(11) };

        AssertAccepted(TimeOffRules.Decide(MarchDays(4, 11), Today, NoDay, [], [late], []), MarchDays(4, 11));
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
    public void Decide_OverDoneDays_LeavesThemOut()
    {
        ImmutableHashSet<DateOnly> done = [March(7), March(9), March(11)];

        AssertAccepted(
            TimeOffRules.Decide(MarchDays(7, 13), Today, done, [], [Challenge], []), MarchDays(8, 8), MarchDays(10, 10), MarchDays(12, 13));
        Assert.IsType<TimeOffDecision.AllDone>(TimeOffRules.Decide(MarchDays(11, 11), Today, done, [], [Challenge], []));
    }

    [Fact]
    public void Decide_OverDoneDays_DoesNotCountThem()
    {
        ImmutableHashSet<DateOnly> done = [March(5), March(6)];

        AssertAccepted(
            TimeOffRules.Decide(MarchDays(4, 10), Today, done, [], [Challenge], []), MarchDays(4, 4), MarchDays(7, 10));
    }

    [Theory]
    [InlineData(8)]
    [InlineData(11)]
    public void Decide_UpToTodayInAClosedChallenge_IsRefused(int end)
    {
        Assert.Equal(
            new TimeOffDecision.ChallengeClosed(March(end)),
            TimeOffRules.Decide(MarchDays(end, 13), Today, NoDay, [], [Challenge], [Earlier with { End = March(end) }]));
    }

    [Fact]
    public void Decide_AfterAClosedChallenge_IsAccepted()
    {
        AssertAccepted(TimeOffRules.Decide(MarchDays(9, 11), Today, NoDay, [], [Challenge], [Earlier]), MarchDays(9, 11));
    }

    [Fact]
    public void Decide_BackwardsOrEndless_IsNoRange()
    {
        Assert.IsType<TimeOffDecision.InvalidRange>(Decide(MarchDays(12, 11)));
        Assert.IsType<TimeOffDecision.InvalidRange>(Decide(new DateRange(Today, DateOnly.MaxValue)));
        Assert.IsType<TimeOffDecision.InvalidRange>(Decide(new DateRange(DateOnly.MinValue, DateOnly.MaxValue)));
    }

    [Fact]
    public void RemainderAfterCancelling_Today_LeavesTheDatesUpToToday()
    {
        Assert.Equal(MarchDays(9, 11), TimeOffRules.RemainderAfterCancelling(MarchDays(9, 13), Today));
        Assert.Equal(MarchDays(11, 11), TimeOffRules.RemainderAfterCancelling(MarchDays(11, 13), Today));
        Assert.Equal(MarchDays(2, 5), TimeOffRules.RemainderAfterCancelling(MarchDays(2, 5), Today));
        Assert.Null(TimeOffRules.RemainderAfterCancelling(MarchDays(12, 13), Today));
    }

    private static ImmutableHashSet<DateOnly> NoDay => [];

    private static TimeOffDecision Decide(DateRange range, params TimeOffEntry[] earlier) =>
        TimeOffRules.Decide(range, Today, NoDay, earlier, [Challenge], []);

    private static void AssertAccepted(TimeOffDecision decision, params DateRange[] parts)
    {
        var accepted = Assert.IsType<TimeOffDecision.Accepted>(decision);

        Assert.Equal(parts.Select(part => new TimeOffEntry(part, Today)), accepted.Entries);
    }
}
