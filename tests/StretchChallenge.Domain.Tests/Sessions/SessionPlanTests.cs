using StretchChallenge.Domain.Sessions;

namespace StretchChallenge.Domain.Tests.Sessions;

/// <summary>What a session does without a command.</summary>
public sealed class SessionPlanTests
{
    private const long Minute = 60_000;
    private const long Noon = 1_000 * Minute;

    private static readonly SessionHistory Lobby = SessionHistory.Open(new Timeline(5 * Minute));
    private static readonly SessionPlan Planned = SessionPlan.For(Noon, 0);
    private static readonly Occupancy Occupied = new(true, Noon - Minute);
    private static readonly Occupancy Empty = new(false, Noon - (10 * Minute));

    [Fact]
    public void For_OpensTheLobbyTenMinutesBefore_OrNow()
    {
        Assert.Equal(Noon - (10 * Minute), Planned.OpensAt);
        Assert.Equal(Noon - Minute, SessionPlan.For(Noon, Noon - Minute).OpensAt);
        Assert.Equal(new SessionPlan(Noon, null), SessionPlan.Now(Noon));
    }

    [Theory]
    [InlineData(Noon - 1, null, 0)]
    [InlineData(Noon, SessionCommand.Start, Noon)]
    [InlineData(Noon + 30_000, SessionCommand.Start, Noon)]
    [InlineData(Noon + 30_001, SessionCommand.Start, Noon + 30_001)]
    [InlineData(Noon + (10 * Minute), SessionCommand.Start, Noon + (10 * Minute))]
    [InlineData(Noon + (10 * Minute) + 1, SessionCommand.End, Noon + (10 * Minute) + 1)]
    public void DueBy_PlannedStart_IsPunctualLateOrMissed(long now, SessionCommand? command, long at)
    {
        Assert.Equal(command is { } due ? new SessionEvent(due, at) : null, Planned.DueBy(Lobby, Occupied, now));
    }

    [Theory]
    [Trait("Category", "Faults")]
    [InlineData(Noon, null)]
    [InlineData(Noon + (10 * Minute) - 1, null)]
    [InlineData(Noon + (10 * Minute), SessionCommand.End)]
    public void DueBy_PlannedStartWithNobodyIn_WaitsTenMinutesAndIsCancelled(long now, SessionCommand? command)
    {
        Assert.Equal(command, Planned.DueBy(Lobby, Empty, now)?.Command);
    }

    [Theory]
    [Trait("Category", "Faults")]
    [InlineData(20_000)]
    [InlineData(10 * Minute)]
    public void DueBy_FirstWhoComesAfterThePlannedStart_StartsIt(long late)
    {
        Assert.Equal(new SessionEvent(SessionCommand.Start, Noon + late), Planned.DueBy(Lobby, new Occupancy(true, Noon + late), Noon + late));
    }

    [Fact]
    [Trait("Category", "Faults")]
    public void DueBy_LobbyOpenedByHandThatIsEmpty_EndsTenMinutesAfterOpeningOrTheLastLeaving()
    {
        var plan = SessionPlan.Now(Noon);

        Assert.Null(plan.DueBy(Lobby, Empty, Noon + (10 * Minute) - 1));
        Assert.Equal(SessionCommand.End, plan.DueBy(Lobby, Empty, Noon + (10 * Minute))!.Value.Command);
        Assert.Null(plan.DueBy(Lobby, new Occupancy(false, Noon + Minute), Noon + (10 * Minute)));
    }

    [Fact]
    public void DueBy_OccupiedLobbyThatNobodyStarts_EndsAfterFourHours()
    {
        var plan = SessionPlan.Now(Noon);

        Assert.Null(plan.DueBy(Lobby, Occupied, Noon + (240 * Minute) - 1));
        Assert.Equal(SessionCommand.End, plan.DueBy(Lobby, Occupied, Noon + (240 * Minute))!.Value.Command);
    }

    [Fact]
    public void DueBy_PauseThatNobodyEnds_EndsAfterFourHours()
    {
        var paused = SessionHistory.Of(new Timeline(5 * Minute), [new(SessionCommand.Start, Noon), new(SessionCommand.Pause, Noon + 1)]);

        Assert.Null(Planned.DueBy(paused, Empty, Noon + (240 * Minute)));
        Assert.Equal(SessionCommand.End, Planned.DueBy(paused, Empty, Noon + 1 + (240 * Minute))!.Value.Command);
    }

    [Fact]
    public void DueBy_RunningOrOver_IsNothing()
    {
        var running = SessionHistory.Of(new Timeline(5 * Minute), [new(SessionCommand.Start, Noon)]);

        Assert.Null(Planned.DueBy(running, Occupied, Noon + 1));
        Assert.Null(Planned.DueBy(Lobby.After(new SessionEvent(SessionCommand.End, 1))!, Occupied, 2 * Noon));
    }

    [Fact]
    public void NextAt_IsTheStartTheFinishOrNever()
    {
        var running = Lobby.After(new SessionEvent(SessionCommand.Start, Noon))!;

        Assert.Equal(Noon, Planned.NextAt(Lobby, Occupied));
        Assert.Equal(Noon + (5 * Minute), Planned.NextAt(running, Empty));
        Assert.Null(Planned.NextAt(running.After(new SessionEvent(SessionCommand.End, Noon + 1))!, Empty));
    }
}
