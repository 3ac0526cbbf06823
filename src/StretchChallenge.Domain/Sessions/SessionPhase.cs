namespace StretchChallenge.Domain.Sessions;

/// <summary>The phases of a group session (rule 24).</summary>
public enum SessionPhase
{
    /// <summary>People gather; nothing has begun.</summary>
    Lobby,

    /// <summary>The timeline runs.</summary>
    Running,

    /// <summary>The timeline stands still.</summary>
    Paused,

    /// <summary>Run to its end, or ended on the way.</summary>
    Finished,

    /// <summary>Ended in the lobby.</summary>
    Cancelled,
}
