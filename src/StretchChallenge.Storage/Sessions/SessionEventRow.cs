using StretchChallenge.Domain.Sessions;

namespace StretchChallenge.Storage.Sessions;

/// <summary>A row of <c>session_events</c>.</summary>
internal sealed class SessionEventRow
{
    public SessionCommand Command { get; init; }

    public DateTimeOffset At { get; init; }

    public SessionEvent ToEvent() => new(Command, At.ToUnixTimeMilliseconds());
}
