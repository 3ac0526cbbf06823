using System.Buffers;
using System.Globalization;
using System.Text;

namespace StretchChallenge.Server.Problems.Fields;

/// <summary>Rules for text that people enter, and for tokens that programs send.</summary>
public static class TextRules
{
    private const int LongestEmail = 254;
    private const int LongestLocalPart = 64;

    private static readonly SearchValues<char> NotInEmail = SearchValues.Create("()<>[]:;,\\\"");

    /// <summary>A name or a sentence, sanitised by <see cref="TextSanitizer" />; its length after that must be within the bounds.</summary>
    public static string Text(this FieldRules rules, string field, string? value, int shortest, int longest)
    {
        var text = TextSanitizer.Sanitize(value ?? "");
        if (text.Length < shortest)
        {
            rules.Fault(field, text.Length == 0 ? $"'{field}' is missing." : $"'{field}' needs at least {shortest} characters.");
        }

        rules.Check(text.Length <= longest, field, $"'{field}' may have up to {longest} characters.");
        return text;
    }

    /// <summary>An identifier, code or token: visible ASCII without spaces, 1 to <paramref name="longest" /> characters.</summary>
    public static string Token(this FieldRules rules, string field, string? value, int longest = 128)
    {
        if (rules.Check(!string.IsNullOrEmpty(value), field, $"'{field}' is missing."))
        {
            rules.Check(
                value!.Length <= longest && value.All(c => c is > ' ' and < '\x7f'),
                field,
                $"'{field}' may have up to {longest} letters, digits and signs, without spaces.");
        }

        return value ?? "";
    }

    /// <summary>An e-mail address. Only its form is checked, not whether it exists.</summary>
    public static string Email(this FieldRules rules, string field, string? value)
    {
        var email = value?.Trim() ?? "";
        if (rules.Check(email.Length > 0, field, $"'{field}' is missing."))
        {
            rules.Check(IsEmail(email), field, $"'{field}' is not an e-mail address.");
        }

        return email;
    }

    private static bool IsEmail(string email)
    {
        var at = email.IndexOf('@');
        return email.Length <= LongestEmail
            && at is > 0 and <= LongestLocalPart
            && at == email.LastIndexOf('@')
            && IsDotted(email[..at])
            && IsDotted(email[(at + 1)..])
            && !email.AsSpan().ContainsAny(NotInEmail)
            && !email.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || char.IsSurrogate(c));
    }

    private static bool IsDotted(string part) => part.Split('.').All(label => label.Length > 0);
}

/// <summary>Sanitises text that is shown to other people.</summary>
public static class TextSanitizer
{
    private static readonly Rune ZeroWidthNonJoiner = new(0x200C);
    private static readonly Rune ZeroWidthJoiner = new(0x200D);

    /// <summary>
    /// Returns the text without control and bidirectional characters, in NFC, with single spaces between words and
    /// none at the ends. Joiners are kept, because some scripts and emoji need them. Empty if nothing visible is left.
    /// </summary>
    public static string Sanitize(string text)
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
