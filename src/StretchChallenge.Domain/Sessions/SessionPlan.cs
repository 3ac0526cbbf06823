namespace StretchChallenge.Domain.Sessions;

/// <summary>
/// What a session does without a command (rule 24): it starts at its planned instant, and ends when it is abandoned. Instants
/// are Unix milliseconds, durations are milliseconds.
/// </summary>
/// <param name="OpensAt">When the lobby opens.</param>
/// <param name="StartsAt">The planned start; null when the host starts the session.</param>
public readonly record struct SessionPlan(long OpensAt, long? StartsAt)
{
    /// <summary>How long before its planned start a session's lobby opens: 10 minutes.</summary>
    public const long LobbyLeadTime = 10 * 60_000;

    /// <summary>
    /// A start that is executed at most this late counts from the planned instant, because the participants saw the countdown
    /// end then: 30 seconds.
    /// </summary>
    public const long OnTimeTolerance = 30_000;

    /// <summary>A start that would be later than this is not made up for; the session is cancelled: 10 minutes.</summary>
    public const long MaxStartDelay = 10 * 60_000;

    /// <summary>How long a lobby without a planned start, or a pause, can last before the session is ended: 4 hours.</summary>
    public const long AbandonedAfter = 4 * 60 * 60_000;

    /// <summary>A session whose lobby opens now.</summary>
    public static SessionPlan Now(long now) => new(now, null);

    /// <summary>A session that is planned now for a later instant.</summary>
    public static SessionPlan For(long startsAt, long now) => new(Math.Max(now, startsAt - LobbyLeadTime), startsAt);

    /// <summary>The command that the session gives itself by now, or null.</summary>
    public SessionEvent? DueBy(SessionHistory history, long now)
    {
        var due = NextCommandAt(history);
        return (history.State.Phase, StartsAt) switch
        {
            _ when due is null || due > now => null,
            (SessionPhase.Lobby, { } startsAt) when now - startsAt <= OnTimeTolerance => new SessionEvent(SessionCommand.Start, startsAt),
            (SessionPhase.Lobby, { } startsAt) when now - startsAt <= MaxStartDelay => new SessionEvent(SessionCommand.Start, now),
            _ => new SessionEvent(SessionCommand.End, now),
        };
    }

    /// <summary>When the session next starts, finishes or ends without a command; null when it is over.</summary>
    public long? NextAt(SessionHistory history) => NextCommandAt(history) ?? history.State.FinishesAt;

    private long? NextCommandAt(SessionHistory history) => history.State.Phase switch
    {
        SessionPhase.Lobby => StartsAt ?? OpensAt + AbandonedAfter,
        SessionPhase.Paused => history.LastAt + AbandonedAfter,
        _ => null,
    };
}
