using StretchChallenge.Domain.Calendars;
using StretchChallenge.Domain.Programme;
using static StretchChallenge.Domain.Tests.TestChallenge;

namespace StretchChallenge.Domain.Tests.Programme;

public sealed class ProgrammeDayTests
{
    [Fact]
    public void On_DaysOfAChallenge_TakeTurnsThroughEightWeeks()
    {
        var days = Challenge.Dates.Select(date => ProgrammeDay.On(date, [Challenge])).ToArray();

        Assert.Equal(Enumerable.Range(1, 8).SelectMany(week => Enumerable.Repeat(week, 7)), days.Select(day => day.Week));
        Assert.Equal(Enumerable.Range(0, 56).Select(day => day % 2 == 0 ? LineUp.A : LineUp.B), days.Select(day => day.LineUp));
    }

    [Fact]
    public void On_DaysBeforeTheStart_AreOfTheFirstWeekAndTakeTurnsWithIt()
    {
        var days = Enumerable.Range(-20, 21).Select(day => ProgrammeDay.On(Challenge.Start.AddDays(day), [Challenge])).ToArray();

        Assert.All(days, day => Assert.Equal(1, day.Week));
        Assert.All(days.Zip(days.Skip(1)), pair => Assert.NotEqual(pair.First.LineUp, pair.Second.LineUp));
    }

    [Fact]
    public void On_DaysAfterTheEnd_StayInTheLastWeek()
    {
        Assert.Equal(new ProgrammeDay(8, LineUp.A), ProgrammeDay.On(April(27), [Challenge]));
        Assert.Equal(new ProgrammeDay(8, LineUp.B), ProgrammeDay.On(April(28), [Challenge]));
    }

    [Fact]
    public void On_NoChallenge_IsOfTheFirstWeekAndTakesTurns()
    {
        var first = ProgrammeDay.On(March(2), []);
        var second = ProgrammeDay.On(March(3), []);

        Assert.Equal((1, 1), (first.Week, second.Week));
        Assert.NotEqual(first.LineUp, second.LineUp);
    }

    [Fact]
    public void On_SeveralChallenges_GoesByTheOneThatBeganFirst()
    {
        var later = From(Challenge.Start.AddDays(9));

        Assert.Equal(3, ProgrammeDay.On(Challenge.Start.AddDays(14), [later, Challenge]).Week);
    }

    [Fact]
    public void On_OneOverAndOneToCome_BeginsAnew()
    {
        var next = From(Challenge.End.AddDays(10));

        Assert.Equal(1, ProgrammeDay.On(Challenge.End.AddDays(3), [Challenge, next]).Week);
    }

    [Theory]
    [InlineData(1, LineUp.A, Variant.Desk, "week-1-desk-a")]
    [InlineData(8, LineUp.B, Variant.Seated, "week-8-seated-b")]
    public void RoutineId_NamesWeekVariantAndLineUp(int week, LineUp lineUp, Variant variant, string id) =>
        Assert.Equal(id, new ProgrammeDay(week, lineUp).RoutineId(variant));

    private static ChallengeCalendar From(DateOnly start) =>
        Challenge with { Start = start, End = ChallengeSchedule.EndFor(start) };
}
