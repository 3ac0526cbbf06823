using System.Globalization;
using System.Text;

namespace StretchChallenge.Domain.Text;

/// <summary>Text that people enter and others see: names of people, guests, teams and challenges.</summary>
public static class DisplayText
{
    private static readonly Rune ZeroWidthNonJoiner = new(0x200C);
    private static readonly Rune ZeroWidthJoiner = new(0x200D);
    private static readonly Rune MongolianVowelSeparator = new(0x180E);
    private static readonly Rune TextPresentation = new(0xFE0E);
    private static readonly Rune EmojiPresentation = new(0xFE0F);
    private static readonly Rune Keycap = new(0x20E3);
    private static readonly Rune BlackFlag = new(0x1F3F4);
    private static readonly Rune Nothing = new('\0');

    /// <summary>
    /// Returns the text in NFC without control, bidirectional and invisible characters, with single spaces between words and
    /// none at the ends. Joiners and variation selectors stay where a script or an emoji needs them. Empty if nothing
    /// visible is left.
    /// </summary>
    public static string Clean(string text)
    {
        Rune[] runes = [.. TextForms.Nfc(text).EnumerateRunes()];
        var cleaned = new StringBuilder(text.Length);
        for (var i = 0; i < runes.Length; i++)
        {
            if (IsSpace(runes[i]))
            {
                AppendSpace(cleaned);
            }
            else if (!UnicodeData.IsInvisible(runes[i]) || IsNeeded(runes, i))
            {
                cleaned.Append(runes[i]);
            }
        }

        // Composed again: a removed character may have stood between a letter and its accent.
        var result = cleaned.ToString().Trim().Normalize();
        return result.EnumerateRunes().Any(IsVisible) ? result : "";
    }

    private static bool IsSpace(Rune rune) => Rune.IsWhiteSpace(rune) || Rune.IsControl(rune) || UnicodeData.IsBlank(rune);

    private static bool IsVisible(Rune rune) =>
        !UnicodeData.IsInvisible(rune) && (Rune.IsLetterOrDigit(rune) || Rune.IsSymbol(rune) || Rune.IsPunctuation(rune));

    private static bool IsNeeded(Rune[] runes, int i)
    {
        var rune = runes[i];
        if (rune == ZeroWidthJoiner || rune == ZeroWidthNonJoiner || rune == MongolianVowelSeparator)
        {
            return IsJoinerNeeded(runes, i);
        }

        if (UnicodeData.IsVariationSelector(rune))
        {
            return IsVariant(At(runes, i - 1), rune, At(runes, i + 1));
        }

        return IsTag(rune) && IsOfFlag(runes, i);
    }

    // Between letters of a script that joins, or between two emoji of which it makes one.
    private static bool IsJoinerNeeded(Rune[] runes, int i)
    {
        var next = At(runes, i + 1);
        var isEmoji = runes[i] == ZeroWidthJoiner && IsPictograph(next) && IsPictograph(BaseBefore(runes, i));
        return isEmoji || (UnicodeData.IsJoining(next) && UnicodeData.IsJoining(BaseBefore(runes, i)));
    }

    private static Rune BaseBefore(Rune[] runes, int i)
    {
        var before = At(runes, --i);
        while (!UnicodeData.IsJoining(before) && Rune.GetUnicodeCategory(before) == UnicodeCategory.NonSpacingMark)
        {
            before = At(runes, --i);
        }

        return before;
    }

    // Emoji and their skin tones.
    private static bool IsPictograph(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherSymbol or UnicodeCategory.ModifierSymbol or UnicodeCategory.MathSymbol
        && !rune.IsAscii
        && !UnicodeData.IsBlank(rune);

    private static bool IsVariant(Rune before, Rune selector, Rune next)
    {
        if (selector != TextPresentation && selector != EmojiPresentation)
        {
            return Rune.GetUnicodeCategory(before) == UnicodeCategory.OtherLetter && !UnicodeData.IsInvisible(before);
        }

        return IsPictograph(before) || (!before.IsAscii && Rune.IsPunctuation(before)) || (before.IsAscii && next == Keycap);
    }

    private static bool IsTag(Rune rune) => rune.Value is >= 0xE0020 and <= 0xE007F;

    // The tags of flags such as Scotland's follow a black flag.
    private static bool IsOfFlag(Rune[] runes, int i)
    {
        while (IsTag(At(runes, i)))
        {
            i--;
        }

        return At(runes, i) == BlackFlag;
    }

    private static Rune At(Rune[] runes, int i) => i >= 0 && i < runes.Length ? runes[i] : Nothing;

    private static void AppendSpace(StringBuilder cleaned)
    {
        if (cleaned.Length > 0 && cleaned[^1] != ' ')
        {
            cleaned.Append(' ');
        }
    }
}
