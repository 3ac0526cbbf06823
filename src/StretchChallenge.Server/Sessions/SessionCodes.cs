namespace StretchChallenge.Server.Sessions;

/// <summary>Codes as people type them.</summary>
internal static class SessionCodes
{
    private const int Length = 6;

    /// <summary>The code in capitals, without spaces and hyphens; null where it can be none.</summary>
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
