using System.Text.RegularExpressions;

namespace StretchChallenge.Domain.Text;

/// <summary>What a code opens.</summary>
public enum CodeKind
{
    /// <summary>A live break.</summary>
    Session,

    /// <summary>A challenge.</summary>
    Invitation,
}

/// <summary>
/// A code as somebody typed or pasted it: with spaces, hyphens and full stops, in full width, in any case, with invisible
/// characters, or as the whole link <c>…/join/CODE</c> or <c>…/live/CODE</c>.
/// </summary>
/// <param name="Kind">What it opens; told by its length.</param>
/// <param name="Value">The code itself: capital letters and digits.</param>
public sealed partial record EnteredCode(CodeKind Kind, string Value)
{
    private const int SessionLength = 6;
    private const int ShortestInvitation = 8;
    private const int LongestInvitation = 16;
    private const int LongestText = 2048;

    /// <summary>Reads a code; null when the text cannot be one.</summary>
    public static EnteredCode? Parse(string? typed)
    {
        if (typed is null or { Length: > LongestText })
        {
            return null;
        }

        var text = TextForms.WithoutInvisible(TextForms.Nfkc(Uri.UnescapeDataString(typed)));
        var link = Link().Match(text);
        var code = string.Concat((link.Success ? link.Groups["code"].Value : text).Where(sign => !IsSeparator(sign))).ToUpperInvariant();
        if (!code.All(char.IsAsciiLetterOrDigit))
        {
            return null;
        }

        return code.Length switch
        {
            SessionLength => new EnteredCode(CodeKind.Session, code),
            >= ShortestInvitation and <= LongestInvitation => new EnteredCode(CodeKind.Invitation, code),
            _ => null,
        };
    }

    // The minus sign is the only dash that is no punctuation.
    private static bool IsSeparator(char sign) =>
        char.IsWhiteSpace(sign) || char.IsControl(sign) || char.IsPunctuation(sign) || sign == '\u2212';

    [GeneratedRegex("/(?:join|live)/(?<code>[^/?#]*)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Link();
}
