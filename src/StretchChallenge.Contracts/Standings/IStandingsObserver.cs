using Orleans.Concurrency;

namespace StretchChallenge.Contracts.Standings;

/// <summary>
/// Receives the changes of the boards it watches; one for each server. Nobody waits for it: a server that does not
/// answer holds up no board, and what it missed it notices at its next renewal.
/// </summary>
[Alias("IStandingsObserver")]
public interface IStandingsObserver : IGrainObserver
{
    /// <summary>
    /// Something changed that is watched there. All of one publishing comes in one message, for two that nobody waits
    /// for may overtake each other.
    /// </summary>
    [OneWay, Alias("StandingsChanged")]
    Task StandingsChangedAsync(StandingsNews news);
}
