using StretchChallenge.Domain.SelfTests;

namespace StretchChallenge.Domain.Tests.SelfTests;

public sealed class SelfTestScheduleTests
{
    private static readonly DateOnly Start = new(2026, 3, 2);

    [Fact]
    public void For_NothingTaken_SuggestsTheStartAndEverySecondWeek() => Assert.Equal(
        [
            new(new DateOnly(2026, 3, 2), 0, Done: false),
            new(new DateOnly(2026, 3, 16), 2, Done: false),
            new(new DateOnly(2026, 3, 30), 4, Done: false),
            new(new DateOnly(2026, 4, 13), 6, Done: false),
            new(new DateOnly(2026, 4, 27), 8, Done: false),
        ],
        SelfTestSchedule.For(Start, []).AsEnumerable());

    [Theory]
    [InlineData(-1, null)]
    [InlineData(0, 0)]
    [InlineData(13, 0)]
    [InlineData(14, 2)]
    [InlineData(27, 2)]
    [InlineData(28, 4)]
    [InlineData(55, 6)]
    [InlineData(56, 8)]
    [InlineData(400, 8)]
    public void For_OneTaken_DoesTheSuggestionThatStoodThenAlone(int daysIn, int? after)
    {
        var done = SelfTestSchedule.For(Start, [Start.AddDays(daysIn)]).Where(suggestion => suggestion.Done);

        Assert.Equal(after is { } weeks ? [weeks] : [], done.Select(suggestion => suggestion.After));
    }

    [Fact]
    public void For_SeveralTaken_DoesTheSuggestionOfEach()
    {
        DateOnly[] taken = [Start.AddDays(30), Start.AddDays(1), Start.AddDays(2)];

        Assert.Equal([true, false, true, false, false], SelfTestSchedule.For(Start, taken).Select(suggestion => suggestion.Done));
    }

    [Theory]
    [InlineData(-1, null)]
    [InlineData(0, 0)]
    [InlineData(13, 0)]
    [InlineData(14, 14)]
    [InlineData(56, 56)]
    [InlineData(69, 56)]
    [InlineData(70, null)]
    public void SuggestedOn_NothingTaken_IsTheLatestForTwoWeeks(int daysIn, int? suggestedDay) => Assert.Equal(
        suggestedDay is { } day ? Start.AddDays(day) : null,
        SelfTestSchedule.SuggestedOn(Start.AddDays(daysIn), SelfTestSchedule.For(Start, [])));

    [Fact]
    public void SuggestedOn_TakenInTheseWeeks_IsNothing() =>
        Assert.Null(SelfTestSchedule.SuggestedOn(Start.AddDays(20), SelfTestSchedule.For(Start, [Start.AddDays(15)])));

    [Fact]
    public void SuggestedOn_TakenInEarlierWeeks_IsSuggestedAgain() =>
        Assert.Equal(Start.AddDays(14), SelfTestSchedule.SuggestedOn(Start.AddDays(20), SelfTestSchedule.For(Start, [Start.AddDays(13)])));
}
