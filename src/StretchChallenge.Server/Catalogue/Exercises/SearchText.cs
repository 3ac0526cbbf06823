using System.Globalization;
using System.Text;

namespace StretchChallenge.Server.Catalogue.Exercises;

/// <summary>Makes texts comparable for a search: lower case, no accents, letters and digits alone.</summary>
internal static class SearchText
{
    /// <summary>The words of what somebody searches for.</summary>
    public static string[] Words(string text) => Plain(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The text with a space in place of all that is neither letter nor digit.</summary>
    public static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            if (rune.Value == 'ß')
            {
                plain.Append("ss");
            }
            else if (Rune.IsLetterOrDigit(rune))
            {
                plain.Append(Rune.ToLowerInvariant(rune));
            }
            else if (Rune.GetUnicodeCategory(rune) != UnicodeCategory.NonSpacingMark)
            {
                plain.Append(' ');
            }
        }

        return plain.ToString();
    }
}
