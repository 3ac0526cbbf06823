using StretchChallenge.Domain.Sessions;

namespace StretchChallenge.Domain.Tests.Sessions;

public sealed class SessionHistoryTests
{
    private static readonly Timeline Steps = new(30, 5, 30);

    private static readonly SessionEvent[] Commands =
    [
        new(SessionCommand.Start, 100), new(SessionCommand.Pause, 110), new(SessionCommand.Resume, 200), new(SessionCommand.Skip, 205),
    ];

    [Fact]
    public void Of_TheCommandsOfALife_IsTheStateThatTheyLeft()
    {
        var history = SessionHistory.Of(Steps, Commands);

        Assert.Equal(Commands, history.Events.AsEnumerable());
        Assert.Equal(205, history.LastAt);
        Assert.Equal(new SessionClock(SessionPhase.Running, 1, 3, 17), history.State.ClockAt(207));
    }

    [Fact]
    public void Of_CommandsThatWereNotAllowed_LeavesThemOut()
    {
        var history = SessionHistory.Of(Steps, [new(SessionCommand.Pause, 1), new(SessionCommand.Start, 2), new(SessionCommand.Start, 3)]);

        Assert.Equal(new SessionEvent(SessionCommand.Start, 2), Assert.Single(history.Events));
    }

    [Fact]
    public void After_NotAllowed_IsNull()
    {
        Assert.Null(SessionHistory.Open(Steps).After(new SessionEvent(SessionCommand.Skip, 1)));
        Assert.Null(SessionHistory.Of(Steps, Commands).After(new SessionEvent(SessionCommand.Pause, 1_000)));
    }

    [Theory]
    [InlineData(99, SessionPhase.Lobby, 0)]
    [InlineData(100, SessionPhase.Running, 0)]
    [InlineData(150, SessionPhase.Paused, 10)]
    [InlineData(204, SessionPhase.Running, 14)]
    [InlineData(1_000, SessionPhase.Finished, 50)]
    public void StateAt_AnInstantOfThePast_IsAsItWasThen(long instant, SessionPhase phase, long elapsed)
    {
        var clock = SessionHistory.Of(Steps, Commands).StateAt(instant).ClockAt(instant);

        Assert.Equal((phase, elapsed), (clock.Phase, clock.Elapsed));
    }
}
