using StretchChallenge.Domain.Sessions;

namespace StretchChallenge.Domain.Tests.Sessions;

internal static class SessionCommands
{
    /// <summary>The session after commands that it must all allow.</summary>
    public static SessionState After(this SessionState session, params (SessionCommand Command, long At)[] commands) =>
        commands.Aggregate(session, (state, entry) => Assert.IsType<SessionChange.Changed>(state.Apply(entry.Command, entry.At)).State);
}
