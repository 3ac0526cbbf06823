using StretchChallenge.Domain.Sessions;

namespace StretchChallenge.Domain.Tests.Sessions;

public sealed class TimelineTests
{
    [Fact]
    public void Constructor_NoStepsOrAnEmptyOne_Throws()
    {
        Assert.Throws<ArgumentException>(() => new Timeline());
        Assert.Throws<ArgumentException>(() => new Timeline(1000, 0));
    }

    [Fact]
    public void StepAt_Boundaries_BelongToTheNextStep()
    {
        var timeline = new Timeline(30, 5, 30);

        Assert.Equal([0, 0, 1, 1, 2, 2, 3, 3], new long[] { 0, 29, 30, 34, 35, 64, 65, 99 }.Select(timeline.StepAt));
        Assert.Equal([30, 1, 5, 1, 30, 1, 0], new long[] { 0, 29, 30, 34, 35, 64, 65 }.Select(timeline.RemainingAt));
    }

    [Theory]
    [InlineData(0, new int[0])]
    [InlineData(1, new[] { 0 })]
    [InlineData(30, new[] { 0 })]
    [InlineData(31, new[] { 0, 1 })]
    [InlineData(65, new[] { 0, 1, 2 })]
    public void StepsBegunBefore_APosition_AreThoseAtLeastPartlyGone(long position, int[] steps)
    {
        Assert.Equal(steps, new Timeline(30, 5, 30).StepsBegunBefore(position).ToArray());
    }

    [Theory]
    [Trait("Category", "Faults")]
    [InlineData(1, true)]
    [InlineData(0, false)]
    public void SkipTo_SecondOfTwoWhoSkipTheSameStep_ChangesNothing(int step, bool isApplied)
    {
        var running = ((SessionCommandResult.Applied)SessionState.Open(new Timeline(1_000, 1_000)).Apply(SessionCommand.Start, 0)).State;

        var first = running.SkipTo(step, 100);

        Assert.Equal(isApplied, first is SessionCommandResult.Applied);
        Assert.IsType<SessionCommandResult.Unchanged>((first is SessionCommandResult.Applied(var after) ? after : running).SkipTo(step, 100));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(-1)]
    [InlineData(4)]
    public void SkipTo_StepThatIsNotTheNext_IsRefused(int step)
    {
        var running = ((SessionCommandResult.Applied)SessionState.Open(new Timeline(1_000, 1_000, 1_000)).Apply(SessionCommand.Start, 0)).State;

        Assert.IsType<SessionCommandResult.Refused>(running.SkipTo(step, 100));
        Assert.IsType<SessionCommandResult.Refused>(SessionState.Open(running.Timeline).SkipTo(1, 0));
    }
}

/// <summary>What the vectors do not cover: refusals, the instant of the finish, the intervals that ran.</summary>
public sealed class SessionStateTests
{
    [Fact]
    public void Apply_NotAllowed_RefusesWithThePhase()
    {
        var lobby = SessionState.Open(new Timeline(30, 5));

        Assert.Equal(new SessionCommandResult.Refused(SessionPhase.Lobby), lobby.Apply(SessionCommand.Pause, 1));
        Assert.Equal(new SessionCommandResult.Refused(SessionPhase.Finished), lobby.After((SessionCommand.Start, 0)).Apply(SessionCommand.Pause, 35));
    }

    [Fact]
    public void FinishesAt_PausesAndSkips_MoveIt()
    {
        var session = SessionState.Open(new Timeline(30, 5, 30)).After((SessionCommand.Start, 100));

        Assert.Equal(165, session.FinishesAt);
        Assert.Equal(145, session.After((SessionCommand.Skip, 110)).FinishesAt);
        Assert.Null(session.After((SessionCommand.Pause, 110)).FinishesAt);
        Assert.Equal(175, session.After((SessionCommand.Pause, 110), (SessionCommand.Resume, 120)).FinishesAt);
    }

    [Fact]
    public void At_AfterTheFinish_HoldsTheSpansThatRan()
    {
        var session = SessionState.Open(new Timeline(30, 5, 30))
            .After((SessionCommand.Start, 100), (SessionCommand.Pause, 110), (SessionCommand.Resume, 200))
            .At(1_000);

        Assert.Equal([new TimeInterval(100, 110), new TimeInterval(200, 255)], session.RunIntervals.ToArray());
        Assert.Equal(15, session.RunningTimeIn(new TimeInterval(105, 210)));
    }
}

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
        Assert.Equal(new TimelinePosition(SessionPhase.Running, 1, 3, 17), history.State.PositionAt(207));
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
        var clock = SessionHistory.Of(Steps, Commands).StateAt(instant).PositionAt(instant);

        Assert.Equal((phase, elapsed), (clock.Phase, clock.Elapsed));
    }
}

internal static class SessionCommands
{
    /// <summary>The session after these commands; fails when one of them is refused.</summary>
    public static SessionState After(this SessionState session, params (SessionCommand Command, long At)[] commands) =>
        commands.Aggregate(session, (state, entry) => Assert.IsType<SessionCommandResult.Applied>(state.Apply(entry.Command, entry.At)).State);
}
