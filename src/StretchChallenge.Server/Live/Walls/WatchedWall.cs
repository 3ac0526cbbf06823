using System.Globalization;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Sessions;
using StretchChallenge.Domain.Standings;
using StretchChallenge.Storage.Walls;

namespace StretchChallenge.Server.Live.Walls;

/// <summary>A connection that shows a wall.</summary>
internal sealed class WatchedWall(string connection, WallRecord record, string name)
{
    /// <summary>The connection.</summary>
    public string Connection => connection;

    /// <summary>The wall as it was set up.</summary>
    public WallRecord Record => record;

    /// <summary>The board that it shows.</summary>
    public BoardKey Board { get; } = new(record.ChallengeId.Value, BoardKind.TeamStreak);

    /// <summary>The language of the screen that shows it, as it was asked for.</summary>
    public CultureInfo Language { get; } = CultureInfo.CurrentUICulture;

    /// <summary>Held while it is being looked at.</summary>
    public SemaphoreSlim Gate { get; } = new(1, 1);

    /// <summary>The session in whose group it is; null where none is open.</summary>
    public SessionId? Session { get; set; }

    /// <summary>What decides on what it shows, as of the last look.</summary>
    public (string? Next, SessionPhase? Phase, bool IsOpen) Shown { get; set; }

    /// <summary>What a wall shows where no break is to come.</summary>
    public WallView Empty => new(record.ChallengeId.Value, name, null, null, [], 0, null, Revoked: false);
}
