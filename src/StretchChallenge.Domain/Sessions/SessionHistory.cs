using System.Collections.Immutable;

namespace StretchChallenge.Domain.Sessions;

/// <summary>A command that a session has executed.</summary>
/// <param name="Command">The command.</param>
/// <param name="At">The server's instant of the command, in Unix milliseconds.</param>
public readonly record struct SessionEvent(SessionCommand Command, long At);

/// <summary>All commands that a session has executed, in order; its state at any instant follows from them (rule 24).</summary>
public sealed class SessionHistory
{
    private SessionHistory(ImmutableArray<SessionEvent> events, SessionState state) => (Events, State) = (events, state);

    /// <summary>The commands, oldest first.</summary>
    public ImmutableArray<SessionEvent> Events { get; }

    /// <summary>The state after the last command.</summary>
    public SessionState State { get; }

    /// <summary>The instant of the last command in Unix milliseconds, or null when there is none.</summary>
    public long? LastAt => Events is [.., var last] ? last.At : null;

    /// <summary>A new session in its lobby.</summary>
    public static SessionHistory Open(Timeline timeline) => new([], SessionState.Open(timeline));

    /// <summary>A session after these commands; those that its phase does not allow are left out.</summary>
    public static SessionHistory Of(Timeline timeline, IEnumerable<SessionEvent> events) =>
        events.Aggregate(Open(timeline), (history, entry) => history.After(entry) ?? history);

    /// <summary>The session after one more command, not before the last one; null when its phase does not allow the command.</summary>
    public SessionHistory? After(SessionEvent entry) =>
        State.Apply(entry.Command, entry.At) is SessionCommandResult.Applied(var state)
            ? new SessionHistory(Events.Add(entry), state)
            : null;

    /// <summary>The state at an instant, past or present, in Unix milliseconds.</summary>
    public SessionState StateAt(long instant) =>
        Of(State.Timeline, Events.TakeWhile(entry => entry.At <= instant)).State.At(instant);
}
