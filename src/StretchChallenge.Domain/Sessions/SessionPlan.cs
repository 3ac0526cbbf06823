namespace StretchChallenge.Domain.Sessions;

/// <summary>What a session does by itself, whoever is there. All times are Unix milliseconds, or lengths of them.</summary>
/// <param name="OpensAt">When the lobby opens.</param>
/// <param name="StartsAt">When it is to start; null where its host starts it.</param>
public readonly record struct SessionPlan(long OpensAt, long? StartsAt)
{
    /// <summary>How long before its start a planned session opens its lobby.</summary>
    public const long LobbyBefore = 10 * 60_000;

    /// <summary>A start noticed no later than this counts from the planned instant: people saw the countdown end.</summary>
    public const long Punctual = 30_000;

    /// <summary>A start noticed later than this is not made up for: the session is cancelled.</summary>
    public const long Missed = 10 * 60_000;

    /// <summary>How long a lobby or a pause may last before the session is taken to be abandoned.</summary>
    public const long Abandoned = 4 * 60 * 60_000;

    /// <summary>A session whose lobby opens at once.</summary>
    public static SessionPlan Now(long now) => new(now, null);

    /// <summary>A session planned for an instant, made now.</summary>
    public static SessionPlan For(long startsAt, long now) => new(Math.Max(now, startsAt - LobbyBefore), startsAt);

    /// <summary>The command that the session gives itself by now; null where there is none.</summary>
    public SessionEvent? DueBy(SessionHistory history, long now)
    {
        var due = NextCommandAt(history);
        return (history.State.Phase, StartsAt) switch
        {
            _ when due is null || due > now => null,
            (SessionPhase.Lobby, { } startsAt) when now - startsAt <= Punctual => new SessionEvent(SessionCommand.Start, startsAt),
            (SessionPhase.Lobby, { } startsAt) when now - startsAt <= Missed => new SessionEvent(SessionCommand.Start, now),
            _ => new SessionEvent(SessionCommand.End, now),
        };
    }

    /// <summary>When something happens next, if nobody does anything: a start, a finish, an end; null where it is over.</summary>
    public long? NextAt(SessionHistory history) => NextCommandAt(history) ?? history.State.FinishesAt;

    private long? NextCommandAt(SessionHistory history) => history.State.Phase switch
    {
        SessionPhase.Lobby => StartsAt ?? OpensAt + Abandoned,
        SessionPhase.Paused => history.LastAt + Abandoned,
        _ => null,
    };
}
