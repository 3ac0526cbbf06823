namespace StretchChallenge.Domain.Sessions;

/// <summary>What a host can ask of a session (rule 24).</summary>
public enum SessionCommand
{
    /// <summary>Leave the lobby and run.</summary>
    Start,

    /// <summary>Stand still.</summary>
    Pause,

    /// <summary>Go on.</summary>
    Resume,

    /// <summary>Jump to the next step; from the last one to the end.</summary>
    Skip,

    /// <summary>Finish now; in the lobby, cancel.</summary>
    End,
}
