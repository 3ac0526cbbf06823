using System.Buffers;
using StretchChallenge.Contracts.Refusals;
using StretchChallenge.Domain.Text;

namespace StretchChallenge.Server.Problems.Fields;

/// <summary>Rules for text that people enter, and for tokens that programs send.</summary>
public static class TextRules
{
    private const int LongestEmail = 254;
    private const int LongestLocalPart = 64;

    private static readonly SearchValues<char> NotInEmail = SearchValues.Create("()<>[]:;,\\\"");

    /// <summary>A name or a sentence, cleaned by <see cref="DisplayText" />; its length after that must be within the bounds.</summary>
    public static string Text(this FieldRules rules, string field, string? value, int shortest, int longest)
    {
        var text = DisplayText.Clean(value ?? "");
        if (text.Length < shortest)
        {
            rules.Fault(text.Length == 0 ? FieldRefusals.Missing(field) : FieldRefusals.TooShort(field, shortest));
        }

        rules.Check(text.Length <= longest, FieldRefusals.TooLong(field, longest));
        return text;
    }

    /// <summary>An identifier, code or token: visible ASCII without spaces, 1 to <paramref name="longest" /> characters.</summary>
    public static string Token(this FieldRules rules, string field, string? value, int longest = 128)
    {
        if (rules.Check(!string.IsNullOrEmpty(value), FieldRefusals.Missing(field)))
        {
            rules.Check(
                value!.Length <= longest && value.All(c => c is > ' ' and < '\x7f'),
                FieldRefusals.NotAToken(field, longest));
        }

        return value ?? "";
    }

    /// <summary>The code of an invitation or a live break, as people type it; null after an error, and when it cannot be a code.</summary>
    public static EnteredCode? Code(this FieldRules rules, string field, string? value)
    {
        rules.Check(!string.IsNullOrWhiteSpace(value), FieldRefusals.Missing(field));
        return EnteredCode.Parse(value);
    }

    /// <summary>An e-mail address, without invisible characters. Only its form is checked, not whether it exists.</summary>
    public static string Email(this FieldRules rules, string field, string? value)
    {
        var email = EmailAddress.Clean(value ?? "");
        if (rules.Check(email.Length > 0, FieldRefusals.Missing(field)))
        {
            rules.Check(IsEmail(email), FieldRefusals.NotAnEmail(field));
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
