using StretchChallenge.Domain.Sessions;
using StretchChallenge.Domain.Text;
using StretchChallenge.Storage.Sessions;

namespace StretchChallenge.Server.Sessions;

/// <summary>The live break that is on or comes next.</summary>
/// <param name="Code">By which it is joined.</param>
/// <param name="StartsAt">When it starts; of one that its host starts, when its lobby opened.</param>
/// <param name="OpensAt">When its lobby opens or opened.</param>
/// <param name="RoutineId">The routine.</param>
/// <param name="ChallengeId">The challenge whose people it is for.</param>
/// <param name="Phase">Where it stood when it was saved last.</param>
/// <param name="ServerMs">The server's clock when this held, by which a page waits for it: Unix milliseconds.</param>
public sealed record NextSession(
    string Code,
    DateTimeOffset StartsAt,
    DateTimeOffset OpensAt,
    string RoutineId,
    string ChallengeId,
    SessionPhase Phase,
    double ServerMs)
{
    /// <summary>The stored session as a next one.</summary>
    internal static NextSession Of(SessionRecord session, double serverMs) => new(
        session.Code,
        session.StartsAt ?? session.OpensAt,
        session.OpensAt,
        session.RoutineId,
        session.ChallengeId.Value,
        session.Phase,
        serverMs);
}

/// <summary>Reads the codes of live breaks as people type them.</summary>
internal static class SessionCodes
{
    /// <summary>The code in capitals, without spaces, hyphens and the rest of its link; null when it cannot be a code.</summary>
    public static string? Normalised(string? typed) => EnteredCode.Parse(typed) is { Kind: CodeKind.Session } code ? code.Value : null;
}
