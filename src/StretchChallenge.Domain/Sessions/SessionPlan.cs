namespace StretchChallenge.Domain.Sessions;

/// <summary>Whether anybody is in a session's room.</summary>
/// <param name="IsOccupied">Whether somebody is in.</param>
/// <param name="Since">Since when that has been so, in Unix milliseconds; before the lobby opened it was empty.</param>
public readonly record struct Occupancy(bool IsOccupied, long Since);

/// <summary>
/// What a session does without a command (rule 24): it starts at its planned instant if anybody is in, and ends when nobody
/// comes or it is abandoned. Instants are Unix milliseconds, durations are milliseconds.
/// </summary>
/// <param name="OpensAt">When the lobby opens.</param>
/// <param name="StartsAt">The planned start; null when the host starts the session.</param>
public readonly record struct SessionPlan(long OpensAt, long? StartsAt)
{
    /// <summary>How long before its planned start a session's lobby opens: 10 minutes.</summary>
    public const long LobbyLeadTime = 10 * 60_000;

    /// <summary>
    /// A start that is executed at most this late counts from the instant at which it was due, because the participants saw the
    /// countdown end then: 30 seconds.
    /// </summary>
    public const long OnTimeTolerance = 30_000;

    /// <summary>How long a planned session waits for the first participant, and the longest delay of its start: 10 minutes.</summary>
    public const long MaxStartDelay = 10 * 60_000;

    /// <summary>How long a lobby without a planned start may be empty before the session is cancelled: 10 minutes.</summary>
    public const long EmptyLobbyTime = 10 * 60_000;

    /// <summary>How long a lobby without a planned start, or a pause, can last before the session is ended: 4 hours.</summary>
    public const long AbandonedAfter = 4 * 60 * 60_000;

    /// <summary>A session whose lobby opens now.</summary>
    public static SessionPlan Now(long now) => new(now, null);

    /// <summary>A session that is planned now for a later instant.</summary>
    public static SessionPlan For(long startsAt, long now) => new(Math.Max(now, startsAt - LobbyLeadTime), startsAt);

    /// <summary>The command that the session gives itself by now, or null.</summary>
    public SessionEvent? DueBy(SessionHistory history, Occupancy room, long now)
    {
        if (NextCommandAt(history, room) is not { } due || due > now)
        {
            return null;
        }

        if (history.State.Phase != SessionPhase.Lobby || StartsAt is not { } startsAt || !room.IsOccupied || due > startsAt + MaxStartDelay)
        {
            return new SessionEvent(SessionCommand.End, now);
        }

        return now - due <= OnTimeTolerance ? new SessionEvent(SessionCommand.Start, due)
            : now - startsAt <= MaxStartDelay ? new SessionEvent(SessionCommand.Start, now)
            : new SessionEvent(SessionCommand.End, now);
    }

    /// <summary>When the session next starts, finishes or ends without a command; null when it is over.</summary>
    public long? NextAt(SessionHistory history, Occupancy room) => NextCommandAt(history, room) ?? history.State.FinishesAt;

    private long? NextCommandAt(SessionHistory history, Occupancy room) => history.State.Phase switch
    {
        SessionPhase.Lobby when StartsAt is { } startsAt => room.IsOccupied ? Math.Max(startsAt, room.Since) : startsAt + MaxStartDelay,
        SessionPhase.Lobby => room.IsOccupied ? OpensAt + AbandonedAfter : Math.Max(OpensAt, room.Since) + EmptyLobbyTime,
        SessionPhase.Paused => history.LastAt + AbandonedAfter,
        _ => null,
    };
}
