using StretchChallenge.Contracts.Sessions;
using StretchChallenge.Contracts.Standings;
using StretchChallenge.Server.Live.Sessions;
using StretchChallenge.Server.Live.Walls;

namespace StretchChallenge.Server.Live;

/// <summary>The messages from the server to a live client.</summary>
public interface ILiveClient
{
    /// <summary>Rows of a watched board changed, or the watcher's own row did.</summary>
    Task StandingsChanged(StandingsChange change);

    /// <summary>The day of one of the caller's teams changed.</summary>
    Task TeamTodayChanged(TeamTodayChanged change);

    /// <summary>The timeline of a joined session changed (rule 27).</summary>
    Task SessionChanged(TimelineSnapshot now);

    /// <summary>People joined or left a joined session, or changed their role in it.</summary>
    Task RosterChanged(RosterChange change);

    /// <summary>People in a joined session reacted.</summary>
    Task Reactions(SessionReactions reactions);

    /// <summary>The host has removed the caller from a session.</summary>
    Task SessionLeft(SessionLeft left);

    /// <summary>The content of a wall changed.</summary>
    Task WallChanged(WallView wall);
}

/// <summary>One round trip of clock synchronisation.</summary>
/// <param name="ClientMs">The client's own reading, returned unchanged.</param>
/// <param name="ServerMs">The server's clock in milliseconds since 1970-01-01 UTC.</param>
public sealed record ClockReading(double ClientMs, double ServerMs);
