using System.Collections.Immutable;

namespace StretchChallenge.Domain.Sessions;

/// <summary>
/// A session as its commands left it (rule 24). Nothing in it ticks: where it stands follows from the server's instants,
/// in Unix milliseconds.
/// </summary>
public sealed record SessionState
{
    private SessionState(Timeline timeline) => Timeline = timeline;

    /// <summary>The steps.</summary>
    public Timeline Timeline { get; }

    /// <summary>The phase after the last command; <see cref="At" /> knows of a finish since.</summary>
    public SessionPhase Phase { get; private init; } = SessionPhase.Lobby;

    /// <summary>The spans in which the timeline ran, but for the current one.</summary>
    public ImmutableArray<ClockSpan> Ran { get; private init; } = [];

    /// <summary>Since when it has been running, or null.</summary>
    public long? RunningSince { get; private init; }

    /// <summary>The planned time skipped so far.</summary>
    public long Skipped { get; private init; }

    /// <summary>When a running session reaches its end, if nothing is done to it; else null.</summary>
    public long? FinishesAt => RunningSince + Timeline.Total - Skipped - Ran.Sum(span => span.Length);

    /// <summary>A session in its lobby.</summary>
    public static SessionState Open(Timeline timeline) => new(timeline);

    /// <summary>The state as of an instant not before the last command: a session that ran out has finished.</summary>
    public SessionState At(long now) => FinishesAt <= now ? Finish(FinishesAt.Value) : this;

    /// <summary>What the clock shows at an instant not before the last command.</summary>
    public SessionClock ClockAt(long now)
    {
        var state = At(now);
        var elapsed = state.ElapsedAt(now);
        var position = state.Phase == SessionPhase.Finished ? Timeline.Total : elapsed + state.Skipped;
        return new SessionClock(state.Phase, Timeline.StepAt(position), Timeline.RemainingAt(position), elapsed);
    }

    /// <summary>How long the timeline ran inside a span of the clock, as far as its spans are over.</summary>
    public long RunningTimeIn(ClockSpan span) => Ran.Sum(ran => ran.Within(span).Length);

    /// <summary>The session after a command given at an instant, or a refusal.</summary>
    public SessionChange Apply(SessionCommand command, long now)
    {
        var state = At(now);
        return (state.Phase, command) switch
        {
            (SessionPhase.Lobby, SessionCommand.Start) => Changed(state.Run(now)),
            (SessionPhase.Lobby, SessionCommand.End) => Changed(state with { Phase = SessionPhase.Cancelled }),
            (SessionPhase.Running, SessionCommand.Pause) => Changed(state.Stop(now, SessionPhase.Paused)),
            (SessionPhase.Paused, SessionCommand.Resume) => Changed(state.Run(now)),
            (SessionPhase.Running or SessionPhase.Paused, SessionCommand.Skip) => Changed(state.Skip(now)),
            (SessionPhase.Running or SessionPhase.Paused, SessionCommand.End) => Changed(state.Finish(now)),
            _ => new SessionChange.Refused(state.Phase),
        };
    }

    private static SessionChange.Changed Changed(SessionState state) => new(state);

    private long ElapsedAt(long now) => Ran.Sum(span => span.Length) + (now - RunningSince ?? 0);

    private SessionState Run(long now) => this with { Phase = SessionPhase.Running, RunningSince = now };

    private SessionState Finish(long now) => Stop(now, SessionPhase.Finished);

    private SessionState Stop(long now, SessionPhase phase) => this with
    {
        Phase = phase,
        Ran = RunningSince is { } since ? Ran.Add(new ClockSpan(since, now)) : Ran,
        RunningSince = null,
    };

    private SessionState Skip(long now)
    {
        var position = ElapsedAt(now) + Skipped;
        var skipped = this with { Skipped = Skipped + Timeline.RemainingAt(position) };
        return Timeline.StepAt(position) == Timeline.Steps.Length - 1 ? skipped.Finish(now) : skipped;
    }
}
