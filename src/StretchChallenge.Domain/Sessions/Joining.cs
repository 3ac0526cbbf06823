using System.Collections.Immutable;

namespace StretchChallenge.Domain.Sessions;

/// <summary>What somebody who joins a session may hope for (rule 25).</summary>
public abstract record Joining
{
    private Joining()
    {
    }

    /// <summary>Nothing was missed.</summary>
    public sealed record OnTime : Joining;

    /// <summary>Before half of the running time: the steps missed may be done alone afterwards.</summary>
    public sealed record CatchUp(ImmutableArray<int> Steps) : Joining;

    /// <summary>Later: watch along; the routine is offered alone.</summary>
    public sealed record WatchAlong : Joining;

    /// <summary>Judges who joins a session at an instant.</summary>
    /// <remarks>The running time is the planned one without what has been skipped so far. A step half gone is missed too.</remarks>
    public static Joining At(SessionState session, long now)
    {
        var state = session.At(now);
        var elapsed = state.ClockAt(now).Elapsed;
        var running = state.Timeline.Total - state.Skipped;
        return state.Phase is SessionPhase.Finished or SessionPhase.Cancelled || elapsed * 2 >= running ? new WatchAlong()
            : elapsed + state.Skipped == 0 ? new OnTime()
            : new CatchUp(state.Timeline.StepsBegunBefore(elapsed + state.Skipped));
    }
}
