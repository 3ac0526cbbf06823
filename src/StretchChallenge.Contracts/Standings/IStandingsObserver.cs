using Orleans;
using Orleans.Concurrency;

namespace StretchChallenge.Contracts.Standings;

/// <summary>
/// Receives the changes of the boards it watches; one for each server. Nobody waits for it: a server that does not
/// answer holds up no board, and what it missed it notices at its next renewal.
/// </summary>
[Alias("IStandingsObserver")]
public interface IStandingsObserver : IGrainObserver
{
    /// <summary>A board changed, for everybody who watches it.</summary>
    [OneWay, Alias("StandingsChanged")]
    Task StandingsChangedAsync(StandingsChange change);

    /// <summary>A watcher's own row, or one of the five around it, changed.</summary>
    [OneWay, Alias("OwnRowChanged")]
    Task OwnRowChangedAsync(string userId, StandingsChange change);
}
