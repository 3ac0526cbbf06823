using StretchChallenge.Domain.Sessions;

namespace StretchChallenge.Domain.Tests.Sessions;

/// <summary>Rule 25.</summary>
public sealed class JoinOutcomeTests
{
    private static readonly SessionState Lobby = SessionState.Open(new Timeline(30, 10, 60));
    private static readonly SessionState Running = Lobby.After((SessionCommand.Start, 0));

    [Fact]
    public void At_InTheLobbyOrAtTheStart_IsOnTime()
    {
        Assert.IsType<JoinOutcome.OnTime>(JoinOutcome.At(Lobby, 500));
        Assert.IsType<JoinOutcome.OnTime>(JoinOutcome.At(Running, 0));
    }

    [Theory]
    [InlineData(1, new[] { 0 })]
    [InlineData(30, new[] { 0 })]
    [InlineData(49, new[] { 0, 1, 2 })]
    public void At_BeforeHalfOfTheRunningTime_MayCatchUp(long now, int[] missed)
    {
        Assert.Equal(missed, Assert.IsType<JoinOutcome.CatchUp>(JoinOutcome.At(Running, now)).Steps.ToArray());
    }

    [Theory]
    [InlineData(50)]
    [InlineData(99)]
    [InlineData(100)]
    public void At_FromHalfOn_WatchesAlong(long now)
    {
        Assert.IsType<JoinOutcome.WatchAlong>(JoinOutcome.At(Running, now));
    }

    [Fact]
    public void At_AfterASkip_HalfOfWhatIsLeftCounts()
    {
        var skipped = Running.After((SessionCommand.Skip, 10));

        Assert.IsType<JoinOutcome.CatchUp>(JoinOutcome.At(skipped, 39));
        Assert.IsType<JoinOutcome.WatchAlong>(JoinOutcome.At(skipped, 40));
    }

    [Fact]
    public void At_InALongPause_CountsRunningTimeAlone()
    {
        Assert.IsType<JoinOutcome.CatchUp>(JoinOutcome.At(Running.After((SessionCommand.Pause, 20)), 10_000));
    }

    [Fact]
    public void At_AfterAnEarlyEndOrACancellation_WatchesAlong()
    {
        Assert.IsType<JoinOutcome.WatchAlong>(JoinOutcome.At(Running.After((SessionCommand.End, 10)), 20));
        Assert.IsType<JoinOutcome.WatchAlong>(JoinOutcome.At(Lobby.After((SessionCommand.End, 10)), 20));
    }
}
