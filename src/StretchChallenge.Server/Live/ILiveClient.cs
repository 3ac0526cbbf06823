using StretchChallenge.Contracts.Sessions;
using StretchChallenge.Contracts.Standings;
using StretchChallenge.Server.Live.Nudges;
using StretchChallenge.Server.Live.Openings;
using StretchChallenge.Server.Live.Sessions;
using StretchChallenge.Server.Live.Walls;

namespace StretchChallenge.Server.Live;

/// <summary>The messages from the server to a live client.</summary>
public interface ILiveClient
{
    /// <summary>A watched board changed; the same for everybody who watches it.</summary>
    Task StandingsChanged(StandingsChange change);

    /// <summary>The caller's own row on a watched board changed.</summary>
    Task OwnRowChanged(OwnRowChange change);

    /// <summary>The caller's own day changed.</summary>
    Task TodayChanged(TodayChanged change);

    /// <summary>The day of one of the caller's teams changed.</summary>
    Task TeamTodayChanged(TeamTodayChanged change);

    /// <summary>A team mate sent the caller a nudge.</summary>
    Task Nudged(Nudged nudge);

    /// <summary>The timeline of a joined session changed (rule 27).</summary>
    Task SessionChanged(TimelineSnapshot now);

    /// <summary>The start or the routine of a joined session was changed in the lobby: its snapshot is to be read again.</summary>
    Task SessionReplanned(SessionReplanned replanned);

    /// <summary>People joined or left a joined session, or changed their role in it.</summary>
    Task RosterChanged(RosterChange change);

    /// <summary>People in a joined session reacted.</summary>
    Task Reactions(SessionReactions reactions);

    /// <summary>The host has removed the caller from a session.</summary>
    Task SessionLeft(SessionLeft left);

    /// <summary>A break in one of the caller's challenges is open to join.</summary>
    Task SessionOpened(SessionOpening opening);

    /// <summary>The content of a wall changed.</summary>
    Task WallChanged(WallView wall);
}

/// <summary>One round trip of clock synchronisation.</summary>
/// <param name="ClientMs">The client's own reading, returned unchanged.</param>
/// <param name="ServerMs">The server's clock in milliseconds since 1970-01-01 UTC.</param>
public sealed record ClockReading(double ClientMs, double ServerMs);
