using StretchChallenge.Domain.Sessions;

namespace StretchChallenge.Domain.Tests.Sessions;

/// <summary>What the vectors have no field for: refusals, the instant of the finish, the spans that ran.</summary>
public sealed class SessionStateTests
{
    [Fact]
    public void Apply_NotAllowed_RefusesWithThePhase()
    {
        var lobby = SessionState.Open(new Timeline(30, 5));

        Assert.Equal(new SessionChange.Refused(SessionPhase.Lobby), lobby.Apply(SessionCommand.Pause, 1));
        Assert.Equal(new SessionChange.Refused(SessionPhase.Finished), lobby.After((SessionCommand.Start, 0)).Apply(SessionCommand.Pause, 35));
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

        Assert.Equal([new ClockSpan(100, 110), new ClockSpan(200, 255)], session.Ran.ToArray());
        Assert.Equal(15, session.RunningTimeIn(new ClockSpan(105, 210)));
    }
}
