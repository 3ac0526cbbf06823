using System.Collections.Immutable;

namespace StretchChallenge.Domain.Sessions;

/// <summary>The phases of a group session.</summary>
public enum SessionPhase
{
    /// <summary>Participants gather; the timeline has not begun.</summary>
    Lobby,

    /// <summary>The timeline runs.</summary>
    Running,

    /// <summary>The timeline is paused.</summary>
    Paused,

    /// <summary>The timeline has reached its end, or the session was ended while it ran or was paused.</summary>
    Finished,

    /// <summary>The session was ended in the lobby, or nobody came.</summary>
    Cancelled,
}

/// <summary>What a host can ask of a session.</summary>
public enum SessionCommand
{
    /// <summary>Leaves the lobby and runs the timeline.</summary>
    Start,

    /// <summary>Stops the timeline.</summary>
    Pause,

    /// <summary>Runs the timeline after a pause.</summary>
    Resume,

    /// <summary>Jumps to the next step, or from the last step to the end.</summary>
    Skip,

    /// <summary>Finishes the session; in the lobby it cancels the session.</summary>
    End,
}

/// <summary>The result of a command.</summary>
public abstract record SessionCommandResult
{
    private SessionCommandResult()
    {
    }

    /// <summary>The command was executed; the new state.</summary>
    public sealed record Applied(SessionState State) : SessionCommandResult;

    /// <summary>A skip named a step that is reached already; nothing changed, and nothing is wrong.</summary>
    public sealed record Unchanged : SessionCommandResult;

    /// <summary>The phase does not allow the command; nothing changed.</summary>
    public sealed record Refused(SessionPhase Phase) : SessionCommandResult;
}

/// <summary>
/// The position of a session at an instant. State messages carry it with a sequence number and the server's time (rule 27). Times
/// are milliseconds.
/// </summary>
/// <param name="Phase">The phase.</param>
/// <param name="Step">The index of the step; the number of steps when finished.</param>
/// <param name="Remaining">The rest of the step; 0 when finished.</param>
/// <param name="Elapsed">The time that the timeline has run, without pauses and skipped time.</param>
public readonly record struct TimelinePosition(SessionPhase Phase, int Step, long Remaining, long Elapsed);

/// <summary>
/// The state of a session after its last command. Nothing in it ticks: the position is computed from the server's instants of
/// the commands, in Unix milliseconds.
/// </summary>
public sealed record SessionState
{
    private SessionState(Timeline timeline) => Timeline = timeline;

    /// <summary>The planned steps.</summary>
    public Timeline Timeline { get; }

    /// <summary>The phase after the last command; use <see cref="At" /> to see whether the session has finished since.</summary>
    public SessionPhase Phase { get; private init; } = SessionPhase.Lobby;

    /// <summary>The intervals in which the timeline ran, without the current one.</summary>
    public ImmutableArray<TimeInterval> RunIntervals { get; private init; } = [];

    /// <summary>Since when the timeline has been running, or null.</summary>
    public long? RunningSince { get; private init; }

    /// <summary>The planned time skipped so far.</summary>
    public long Skipped { get; private init; }

    /// <summary>When the running session finishes without another command; null when it is not running.</summary>
    public long? FinishesAt => RunningSince + Timeline.Total - Skipped - RunIntervals.Sum(span => span.Length);

    /// <summary>A new session in its lobby.</summary>
    public static SessionState Open(Timeline timeline) => new(timeline);

    /// <summary>The state at an instant that is not before the last command: finished when the timeline has reached its end.</summary>
    public SessionState At(long now) => FinishesAt <= now ? Finish(FinishesAt.Value) : this;

    /// <summary>The position at an instant that is not before the last command.</summary>
    public TimelinePosition PositionAt(long now)
    {
        var state = At(now);
        var elapsed = state.ElapsedAt(now);
        var position = state.Phase == SessionPhase.Finished ? Timeline.Total : elapsed + state.Skipped;
        return new TimelinePosition(state.Phase, Timeline.StepAt(position), Timeline.RemainingAt(position), elapsed);
    }

    /// <summary>How long the timeline ran within an interval; the current run is not counted.</summary>
    public long RunningTimeIn(TimeInterval span) => RunIntervals.Sum(run => run.Within(span).Length);

    /// <summary>Executes a command at an instant that is not before the last command.</summary>
    public SessionCommandResult Apply(SessionCommand command, long now)
    {
        var state = At(now);
        return (state.Phase, command) switch
        {
            (SessionPhase.Lobby, SessionCommand.Start) => Applied(state.Run(now)),
            (SessionPhase.Lobby, SessionCommand.End) => Applied(state with { Phase = SessionPhase.Cancelled }),
            (SessionPhase.Running, SessionCommand.Pause) => Applied(state.Stop(now, SessionPhase.Paused)),
            (SessionPhase.Paused, SessionCommand.Resume) => Applied(state.Run(now)),
            (SessionPhase.Running or SessionPhase.Paused, SessionCommand.Skip) => Applied(state.Skip(now)),
            (SessionPhase.Running or SessionPhase.Paused, SessionCommand.End) => Applied(state.Finish(now)),
            _ => new SessionCommandResult.Refused(state.Phase),
        };
    }

    /// <summary>
    /// Skips to the next step, as its sender sees it. Of two people who skip the same step at once, the second changes nothing.
    /// </summary>
    /// <param name="step">The index of the step to be reached; the number of steps to finish.</param>
    /// <param name="now">An instant that is not before the last command.</param>
    public SessionCommandResult SkipTo(int step, long now)
    {
        var position = PositionAt(now);
        return position.Phase is SessionPhase.Lobby or SessionPhase.Cancelled || step < 0 || step > Math.Min(position.Step + 1, Timeline.Steps.Length)
            ? new SessionCommandResult.Refused(position.Phase)
            : step <= position.Step ? new SessionCommandResult.Unchanged()
            : Apply(SessionCommand.Skip, now);
    }

    private static SessionCommandResult.Applied Applied(SessionState state) => new(state);

    private long ElapsedAt(long now) => RunIntervals.Sum(span => span.Length) + (now - RunningSince ?? 0);

    private SessionState Run(long now) => this with { Phase = SessionPhase.Running, RunningSince = now };

    private SessionState Finish(long now) => Stop(now, SessionPhase.Finished);

    private SessionState Stop(long now, SessionPhase phase) => this with
    {
        Phase = phase,
        RunIntervals = RunningSince is { } since ? RunIntervals.Add(new TimeInterval(since, now)) : RunIntervals,
        RunningSince = null,
    };

    private SessionState Skip(long now)
    {
        var position = ElapsedAt(now) + Skipped;
        var skipped = this with { Skipped = Skipped + Timeline.RemainingAt(position) };
        return Timeline.StepAt(position) == Timeline.Steps.Length - 1 ? skipped.Finish(now) : skipped;
    }
}
