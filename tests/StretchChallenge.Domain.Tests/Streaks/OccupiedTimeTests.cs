using StretchChallenge.Domain.Sessions;
using StretchChallenge.Domain.Streaks;
using static StretchChallenge.Domain.Tests.TestChallenge;

namespace StretchChallenge.Domain.Tests.Streaks;

/// <summary>Rule 11: time counts once, for runs and presence alike.</summary>
[Trait("Category", "Faults")]
public sealed class OccupiedTimeTests
{
    private static readonly GuidedRun FiveMinutes = new(At(3, 23, 57), 300);

    [Theory]
    [InlineData(0, 5)]
    [InlineData(1, 4)]
    [InlineData(4, 1)]
    [InlineData(5, 0)]
    [InlineData(-3, 5)]
    [InlineData(-4, 0)]
    public void EarliestCompletion_BesideAnotherRun_WaitsUntilItsTimeIsOver(int startsAfter, int waits)
    {
        var other = new GuidedRun(FiveMinutes.StartedAt.AddMinutes(startsAfter), 300);
        var occupied = new OccupiedTime(FiveMinutes.Occupies(OccupiedTime.None, FiveMinutes.StartedAt.AddHours(1)));

        Assert.Equal(other.StartedAt.AddMinutes(4 + waits), other.EarliestCompletion(occupied));
    }

    [Fact]
    public void Occupies_ARun_IsItsPlannedTimeAtMostUntilItsCompletion()
    {
        Assert.Equal([Span(0, 4)], FiveMinutes.Occupies(OccupiedTime.None, FiveMinutes.StartedAt.AddMinutes(4)).AsEnumerable());
        Assert.Equal([Span(0, 5)], FiveMinutes.Occupies(OccupiedTime.None, FiveMinutes.StartedAt.AddHours(9)).AsEnumerable());
        Assert.Empty(new GuidedRun(At(3, 9), 0).Occupies(OccupiedTime.None, At(3, 10)));
    }

    [Fact]
    public void Occupies_StackedRuns_TakeTimeOneAfterTheOther()
    {
        var first = FiveMinutes.Occupies(OccupiedTime.None, FiveMinutes.StartedAt.AddMinutes(20));
        var second = FiveMinutes.Occupies(new OccupiedTime(first), FiveMinutes.StartedAt.AddMinutes(20));

        Assert.Equal([Span(0, 10)], second.AsEnumerable());
        Assert.Equal(FiveMinutes.StartedAt.AddMinutes(14), FiveMinutes.EarliestCompletion(new OccupiedTime([.. first, .. second])));
    }

    [Theory]
    [InlineData(0, 2, true)]
    [InlineData(0, 3, false)]
    [InlineData(-9, 0, true)]
    [InlineData(10, 12, true)]
    public void LeavesEnoughOf_APresenceBesideARun_NeedsFourFifthsOfItsOwn(int from, int to, bool enough)
    {
        var presence = new SessionPresence([Span(0, 10)], 10 * 60_000);

        Assert.Equal(enough, new OccupiedTime(Span(from, to)).LeavesEnoughOf(presence));
    }

    [Fact]
    public void LeavesEnoughOf_TheSameTimeInTwoSessions_IsEnoughForOne()
    {
        var presence = new SessionPresence([Span(0, 4), Span(30, 36)], 10 * 60_000);

        Assert.True(OccupiedTime.None.LeavesEnoughOf(presence));
        Assert.False(new OccupiedTime(presence.Intervals).LeavesEnoughOf(presence));
    }

    [Fact]
    public void LeavesEnoughOf_ARunInThePause_TakesNothing()
    {
        var presence = new SessionPresence([Span(0, 4), Span(30, 36)], 10 * 60_000);

        Assert.True(new OccupiedTime(Span(4, 30)).LeavesEnoughOf(presence));
    }

    private static TimeInterval Span(int fromMinute, int toMinute)
    {
        var start = FiveMinutes.StartedAt.ToUnixTimeMilliseconds();
        return new TimeInterval(start + (fromMinute * 60_000), start + (toMinute * 60_000));
    }
}
