namespace StretchChallenge.Domain.Sessions;

/// <summary>What a command did to a session.</summary>
public abstract record SessionChange
{
    private SessionChange()
    {
    }

    /// <summary>The session as it is from now on.</summary>
    public sealed record Changed(SessionState State) : SessionChange;

    /// <summary>Nothing: the phase does not allow the command (rule 24).</summary>
    public sealed record Refused(SessionPhase Phase) : SessionChange;
}
