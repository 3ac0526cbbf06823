namespace StretchChallenge.Contracts.Outcomes;

/// <summary>The sorts of refusal, each one HTTP status.</summary>
public enum RefusalKind
{
    /// <summary>Malformed or impossible: 400.</summary>
    Invalid,

    /// <summary>Unknown, or not the caller's to know: 404.</summary>
    NotFound,

    /// <summary>Known, but not allowed to the caller's role: 403.</summary>
    Forbidden,

    /// <summary>Not possible in the present state: 409.</summary>
    Conflict,

    /// <summary>Too much at once; the same request may be sent again shortly: 503.</summary>
    Busy,
}
