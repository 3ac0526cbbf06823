using StretchChallenge.Domain.Sessions;
using StretchChallenge.Storage.Sessions;

namespace StretchChallenge.Server.Sessions;

/// <summary>The live break that is on or comes next.</summary>
/// <param name="Code">By which it is joined.</param>
/// <param name="StartsAt">When it starts; of one that its host starts, when its lobby opened.</param>
/// <param name="OpensAt">When its lobby opens or opened.</param>
/// <param name="RoutineId">The routine.</param>
/// <param name="ChallengeId">The challenge whose people it is for.</param>
/// <param name="Phase">Where it stood when it was saved last.</param>
public sealed record NextSession(
    string Code,
    DateTimeOffset StartsAt,
    DateTimeOffset OpensAt,
    string RoutineId,
    string ChallengeId,
    SessionPhase Phase)
{
    /// <summary>The stored session as a next one.</summary>
    internal static NextSession Of(SessionRecord session) => new(
        session.Code,
        session.StartsAt ?? session.OpensAt,
        session.OpensAt,
        session.RoutineId,
        session.ChallengeId.Value,
        session.Phase);
}

/// <summary>Normalises codes as people type them.</summary>
internal static class SessionCodes
{
    private const int Length = 6;

    /// <summary>The code in capitals, without spaces and hyphens; null when it cannot be a code.</summary>
    public static string? Normalised(string? typed)
    {
        if (typed is null or { Length: > 4 * Length })
        {
            return null;
        }

        var code = string.Concat(typed.Where(sign => sign is not (' ' or '-'))).ToUpperInvariant();
        return code.Length == Length && code.All(char.IsAsciiLetterOrDigit) ? code : null;
    }
}
