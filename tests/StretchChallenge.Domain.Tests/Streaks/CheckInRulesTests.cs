using StretchChallenge.Domain.Calendars;
using StretchChallenge.Domain.Streaks;
using static StretchChallenge.Domain.Tests.TestChallenge;

namespace StretchChallenge.Domain.Tests.Streaks;

/// <summary>Rule 11.</summary>
public sealed class GuidedRunTests
{
    [Theory]
    [InlineData(0, 240, 192)]
    [InlineData(60, 180, 144)]
    [InlineData(120, 120, 96)]
    [InlineData(121, 120, 96)]
    [InlineData(int.MaxValue, 120, 96)]
    [InlineData(-5, 240, 192)]
    public void Planned_WithStepsSkipped_LosesThemUpToHalf(int skipped, int planned, int needed)
    {
        var run = new GuidedRun(At(2, 9), 240, skipped);

        Assert.Equal(TimeSpan.FromSeconds(planned), run.Planned);
        Assert.Equal(At(2, 9).AddSeconds(needed), run.EarliestCompletion(OccupiedTime.None));
    }

    [Fact]
    public void EarliestCompletion_OddSeconds_IsNotRounded()
    {
        Assert.Equal(At(2, 9).AddSeconds(0.8), new GuidedRun(At(2, 9), 1).EarliestCompletion(OccupiedTime.None));
    }
}

/// <summary>Which activities become a credit, and for which date.</summary>
public sealed class CheckInRulesTests
{
    private static readonly PersonCalendars Somebody = new(Person.Zone, null, [Person]);

    [Fact]
    public void CompleteRun_BeforeFourFifthsOfItsTime_IsTooEarly()
    {
        var run = new GuidedRun(At(3, 9), 300);

        Assert.Equal(new CheckInDecision.TooEarly(At(3, 9, 4)), CheckInRules.CompleteRun(run, Somebody, OccupiedTime.None, At(3, 9, 3, 59)));
        Assert.Equal(new CheckInDecision.Accepted(March(3)), CheckInRules.CompleteRun(run, Somebody, OccupiedTime.None, At(3, 9, 4)));
    }

    [Fact]
    public void CompleteRun_OverMidnight_BelongsToTheDateOfItsStart()
    {
        var beforeMidnight = new GuidedRun(At(4, 0).AddTicks(-1), 180);

        Assert.Equal(Accepted(3), CheckInRules.CompleteRun(beforeMidnight, Somebody, OccupiedTime.None, At(4, 0, 5)));
        Assert.Equal(Accepted(4), CheckInRules.CompleteRun(new GuidedRun(At(4, 0), 180), Somebody, OccupiedTime.None, At(4, 0, 5)));
    }

    [Fact]
    public void CompleteRun_CatchUp_BelongsToTheDateOnWhichTheSessionStarted()
    {
        var run = new GuidedRun(At(4, 0, 10), 60);

        Assert.Equal(Accepted(3), CheckInRules.CompleteRun(run, Somebody, OccupiedTime.None, At(4, 0, 15), sessionStartedAt: At(3, 23, 50)));
        Assert.IsType<CheckInDecision.TooEarly>(CheckInRules.CompleteRun(run, Somebody, OccupiedTime.None, At(4, 0, 10), sessionStartedAt: At(3, 23, 50)));
        Assert.IsType<CheckInDecision.TooLate>(CheckInRules.CompleteRun(run, Somebody, OccupiedTime.None, At(4, 12), sessionStartedAt: At(3, 23, 50)));
    }

    [Fact]
    public void CompleteRun_DeliveredLate_IsAcceptedUntilNoonOfTheNextDueDay()
    {
        var run = new GuidedRun(At(6, 16), 300);

        Assert.Equal(Accepted(6), CheckInRules.CompleteRun(run, Somebody, OccupiedTime.None, At(9, 12).AddTicks(-1)));
        Assert.Equal(new CheckInDecision.TooLate(March(6), At(9, 12)), CheckInRules.CompleteRun(run, Somebody, OccupiedTime.None, At(9, 12)));
    }

    [Fact]
    public void CompleteRun_DeliveredLateInSeveralChallenges_TheLatestNoonCounts()
    {
        var partTime = Person with { Pattern = Always(WorkDays.Of(DayOfWeek.Tuesday, DayOfWeek.Friday)) };
        var run = new GuidedRun(At(6, 16), 300);

        Assert.Equal(Accepted(6), CheckInRules.CompleteRun(run, Somebody with { Challenges = [Person, partTime] }, OccupiedTime.None, At(10, 11)));
        Assert.IsType<CheckInDecision.TooLate>(CheckInRules.CompleteRun(run, Somebody with { Challenges = [partTime, Person] }, OccupiedTime.None, At(10, 12)));
    }

    [Fact]
    public void CompleteRun_InNoChallengeThatDay_TheirOwnPatternCounts()
    {
        var run = new GuidedRun(At(6, 16), 300);
        var later = Person with { Joined = March(9) };
        var alone = Somebody with { Challenges = [later] };
        var wednesdays = alone with { Pattern = Always(WorkDays.Of(DayOfWeek.Wednesday)) };

        Assert.Equal(At(9, 12), alone.DeliveryDeadline(March(6)));
        Assert.Equal(At(11, 12), wednesdays.DeliveryDeadline(March(6)));
        Assert.Equal(At(7, 12), (alone with { Pattern = Always(WorkDays.Of()) }).DeliveryDeadline(March(6)));
        Assert.Equal(Accepted(6), CheckInRules.CompleteRun(run, alone, OccupiedTime.None, At(9, 11)));
    }

    [Fact]
    public void SelfReport_TheMissedDayInItsGrace_IsAccepted()
    {
        Assert.Equal(Accepted(6), SelfReport(6, At(9, 11, 59, 59)));
        Assert.Equal(new CheckInDecision.NotReportable(March(6)), SelfReport(6, At(9, 12)));
    }

    [Theory]
    [InlineData(9)]
    [InlineData(10)]
    [InlineData(7)]
    [InlineData(5)]
    public void SelfReport_TodayLaterOffOrEarlierDays_IsNotReportable(int day)
    {
        Assert.Equal(new CheckInDecision.NotReportable(March(day)), SelfReport(day, At(9, 9)));
    }

    [Fact]
    public void SelfReport_ADayWithItsCredit_IsAlreadyDone()
    {
        Assert.Equal(
            new CheckInDecision.AlreadyDone(March(6)),
            CheckInRules.SelfReport(March(6), Somebody, Done(March(6)), At(9, 9)));
    }

    [Fact]
    public void SelfReport_ASecondDayOfTheIsoWeek_IsUsedUp()
    {
        Assert.Equal(
            new CheckInDecision.WeekUsed(March(6), March(4)),
            CheckInRules.SelfReport(March(6), Somebody, DayLedger.Empty.Reported(March(4)), At(9, 9)));
    }

    [Fact]
    public void SelfReport_InSeveralChallenges_OneThatAllowsItIsEnough()
    {
        var partTime = Person with { Pattern = Always(WorkDays.Of(DayOfWeek.Tuesday, DayOfWeek.Friday)) };
        var both = Somebody with { Challenges = [Person, partTime] };

        Assert.Equal(Accepted(6), CheckInRules.SelfReport(March(6), both, DayLedger.Empty, At(9, 15)));
    }

    [Fact]
    public void SelfReport_AbsurdDates_AreNotReportable()
    {
        foreach (var date in new[] { DateOnly.MinValue, DateOnly.MaxValue })
        {
            Assert.Equal(
                new CheckInDecision.NotReportable(date),
                CheckInRules.SelfReport(date, Somebody, DayLedger.Empty.Reported(March(4)), At(9, 9)));
        }
    }

    private static CheckInDecision.Accepted Accepted(int day) => new(March(day));

    private static CheckInDecision SelfReport(int day, DateTimeOffset now) =>
        CheckInRules.SelfReport(March(day), Somebody, DayLedger.Empty, now);
}
