using System.Collections.Immutable;

namespace StretchChallenge.Domain.Sessions;

/// <summary>All that was done to a session, in its order: enough to know where it stood at any instant (rule 24).</summary>
public sealed class SessionHistory
{
    private SessionHistory(ImmutableArray<SessionEvent> events, SessionState state) => (Events, State) = (events, state);

    /// <summary>The commands obeyed, oldest first.</summary>
    public ImmutableArray<SessionEvent> Events { get; }

    /// <summary>The session as the last of them left it.</summary>
    public SessionState State { get; }

    /// <summary>The instant of the last command, in Unix milliseconds; null in a lobby.</summary>
    public long? LastAt => Events is [.., var last] ? last.At : null;

    /// <summary>A session in its lobby.</summary>
    public static SessionHistory Open(Timeline timeline) => new([], SessionState.Open(timeline));

    /// <summary>A session after these commands; those that its phase did not allow are left out.</summary>
    public static SessionHistory Of(Timeline timeline, IEnumerable<SessionEvent> events) =>
        events.Aggregate(Open(timeline), (history, entry) => history.After(entry) ?? history);

    /// <summary>The session after one more command, not before the last one; null where its phase does not allow it.</summary>
    public SessionHistory? After(SessionEvent entry) =>
        State.Apply(entry.Command, entry.At) is SessionChange.Changed(var state) ? new SessionHistory(Events.Add(entry), state) : null;

    /// <summary>The session as it was at an instant, in the past or now.</summary>
    public SessionState StateAt(long instant) =>
        Of(State.Timeline, Events.TakeWhile(entry => entry.At <= instant)).State.At(instant);
}
