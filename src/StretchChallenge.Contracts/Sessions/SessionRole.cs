namespace StretchChallenge.Contracts.Sessions;

/// <summary>What somebody is in a session.</summary>
public enum SessionRole
{
    /// <summary>A member of the challenge.</summary>
    Participant,

    /// <summary>Somebody else: takes part, and gets no credit.</summary>
    Guest,

    /// <summary>Made by the host: may do all that the host may, but choose hosts.</summary>
    CoHost,

    /// <summary>Leads it.</summary>
    Host,
}
