using Orleans;

namespace StretchChallenge.Contracts.Standings;

/// <summary>Receives the changes of the boards it watches; one for each server.</summary>
[Alias("IStandingsObserver")]
public interface IStandingsObserver : IGrainObserver
{
    /// <summary>A board changed, for everybody who watches it.</summary>
    [Alias("StandingsChanged")]
    Task StandingsChangedAsync(StandingsChange change);

    /// <summary>A watcher's own row, or one of the five around it, changed.</summary>
    [Alias("OwnRowChanged")]
    Task OwnRowChangedAsync(string userId, StandingsChange change);
}
