using System.Text;

namespace StretchChallenge.Domain.Text;

/// <summary>Unicode's normal forms, and removal of what nobody sees.</summary>
public static class TextForms
{
    /// <summary>The text in the canonical composed form (NFC): "ä" is one character, however it was typed.</summary>
    public static string Nfc(string text) => WithoutLoneSurrogates(text).Normalize(NormalizationForm.FormC);

    /// <summary>The text in the compatible composed form (NFKC): as NFC, and full width, ligatures and the like are as usual letters.</summary>
    public static string Nfkc(string text) => WithoutLoneSurrogates(text).Normalize(NormalizationForm.FormKC);

    /// <summary>The text without characters that are shown as nothing: zero width, fillers, joiners, soft hyphens, bidirectional controls.</summary>
    public static string WithoutInvisible(string text) =>
        text.All(char.IsAscii)
            ? text
            : string.Concat(text.EnumerateRunes().Where(rune => !UnicodeData.IsInvisible(rune)).Select(rune => rune.ToString()));

    // Half a surrogate pair is no text, and cannot be normalised.
    private static string WithoutLoneSurrogates(string text) =>
        text.Any(char.IsSurrogate) ? string.Concat(text.EnumerateRunes().Select(rune => rune.ToString())) : text;
}
