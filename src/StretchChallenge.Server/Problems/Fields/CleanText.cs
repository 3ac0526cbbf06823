using System.Globalization;
using System.Text;

namespace StretchChallenge.Server.Problems.Fields;

/// <summary>Makes what people enter safe to show beside the words of others.</summary>
public static class CleanText
{
    private static readonly Rune ZeroWidthNonJoiner = new(0x200C);
    private static readonly Rune ZeroWidthJoiner = new(0x200D);

    /// <summary>
    /// The text without control and bidirectional characters, composed (NFC), with single spaces between its words
    /// and none around it. Joiners stay: scripts and emoji need them. Empty where nothing visible is left.
    /// </summary>
    public static string Of(string text)
    {
        var cleaned = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsSpace(rune))
            {
                AppendSpace(cleaned);
            }
            else if (!IsInvisible(rune))
            {
                cleaned.Append(rune);
            }
        }

        var result = cleaned.ToString().Trim().Normalize();
        return result.EnumerateRunes().Any(IsVisible) ? result : "";
    }

    private static bool IsSpace(Rune rune) => Rune.IsWhiteSpace(rune) || Rune.IsControl(rune);

    private static bool IsInvisible(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format && rune != ZeroWidthJoiner && rune != ZeroWidthNonJoiner;

    private static bool IsVisible(Rune rune) =>
        Rune.IsLetterOrDigit(rune) || Rune.IsSymbol(rune) || Rune.IsPunctuation(rune);

    private static void AppendSpace(StringBuilder cleaned)
    {
        if (cleaned.Length > 0 && cleaned[^1] != ' ')
        {
            cleaned.Append(' ');
        }
    }
}
