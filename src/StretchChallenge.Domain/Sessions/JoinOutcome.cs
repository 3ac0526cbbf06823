using System.Collections.Immutable;

namespace StretchChallenge.Domain.Sessions;

/// <summary>What somebody can get who joins a session at a given instant (rule 25).</summary>
public abstract record JoinOutcome
{
    private JoinOutcome()
    {
    }

    /// <summary>Nothing was missed.</summary>
    public sealed record OnTime : JoinOutcome;

    /// <summary>Before half of the running time: the steps missed (by index) can be done alone afterwards.</summary>
    public sealed record CatchUp(ImmutableArray<int> Steps) : JoinOutcome;

    /// <summary>Later: no credit for this session; the routine is offered alone.</summary>
    public sealed record WatchAlong : JoinOutcome;

    /// <summary>Decides for somebody who joins a session now.</summary>
    /// <param name="session">The session's state.</param>
    /// <param name="now">Unix milliseconds.</param>
    /// <remarks>
    /// The running time is the planned time less what has been skipped so far. A step that has begun counts as missed.
    /// </remarks>
    public static JoinOutcome At(SessionState session, long now)
    {
        var state = session.At(now);
        var elapsed = state.PositionAt(now).Elapsed;
        var running = state.Timeline.Total - state.Skipped;
        return state.Phase is SessionPhase.Finished or SessionPhase.Cancelled || elapsed * 2 >= running ? new WatchAlong()
            : elapsed + state.Skipped == 0 ? new OnTime()
            : new CatchUp(state.Timeline.StepsBegunBefore(elapsed + state.Skipped));
    }
}
