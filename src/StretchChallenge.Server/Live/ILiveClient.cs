using StretchChallenge.Contracts.Standings;

namespace StretchChallenge.Server.Live;

/// <summary>What the server says to a live client.</summary>
public interface ILiveClient
{
    /// <summary>Rows of a watched board changed, or the watcher's own row did.</summary>
    Task StandingsChanged(StandingsChange change);
}
