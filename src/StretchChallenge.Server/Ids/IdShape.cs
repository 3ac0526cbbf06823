using System.Diagnostics.CodeAnalysis;

namespace StretchChallenge.Server.Ids;

/// <summary>
/// The shape of every id that this server gives out: 1 to 64 ASCII letters, digits, hyphens and underscores. What has another
/// shape is no id of anything, and is refused before it reaches a grain, the database or a log.
/// </summary>
internal static class IdShape
{
    /// <summary>The longest id, in characters.</summary>
    public const int Longest = 64;

    /// <summary>The longest code or secret in a path, in characters.</summary>
    private const int LongestText = 128;

    /// <summary>Whether the text may be an id.</summary>
    public static bool Matches([NotNullWhen(true)] string? text) =>
        text is { Length: > 0 and <= Longest } && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    /// <summary>Whether the text may be a code, a secret or another word of a path: short, and without control characters.</summary>
    public static bool IsShortText(string text) => text.Length is > 0 and <= LongestText && !text.Any(c => char.IsControl(c) || char.IsSurrogate(c));
}

/// <summary>The dates that a request may name. Beyond them sums of dates leave the calendar of .NET.</summary>
internal static class PossibleDates
{
    /// <summary>The first.</summary>
    public static readonly DateOnly First = new(2000, 1, 1);

    /// <summary>The last.</summary>
    public static readonly DateOnly Last = new(2199, 12, 31);

    /// <summary>Whether the date is among them.</summary>
    public static bool Contains(DateOnly date) => date >= First && date <= Last;
}
