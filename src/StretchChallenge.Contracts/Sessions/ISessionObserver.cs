using Orleans.Concurrency;

namespace StretchChallenge.Contracts.Sessions;

/// <summary>
/// Receives the changes of the sessions it watches; one for each server. Nobody waits for it: a server that does not
/// answer holds up no room, and what it missed it notices at its next renewal.
/// </summary>
[Alias("ISessionObserver")]
public interface ISessionObserver : IGrainObserver
{
    /// <summary>The session is somewhere else now.</summary>
    [OneWay, Alias("SessionChanged")]
    Task SessionChangedAsync(SessionMoment now);

    /// <summary>People came and went.</summary>
    [OneWay, Alias("RosterChanged")]
    Task RosterChangedAsync(RosterChange change);

    /// <summary>People reacted.</summary>
    [OneWay, Alias("Reacted")]
    Task ReactedAsync(SessionReactions reactions);

    /// <summary>The host removed somebody: their connections have to go.</summary>
    [OneWay, Alias("Removed")]
    Task RemovedAsync(string sessionId, string participantId);
}
