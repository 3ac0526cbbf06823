using System.Text.RegularExpressions;
using StretchChallenge.Domain.Text;

namespace StretchChallenge.Server.ClientErrors;

/// <summary>
/// What may be logged of a report. Anybody can send one, so every part is held against its shape, and the one that is free text is
/// one line without addresses and without anything that could be a secret.
/// </summary>
internal static partial class ReportedText
{
    private const string None = "unknown";
    private const string Removed = "…";
    private const int LongestMessage = 200;
    private const int LongestStack = 10;

    /// <summary>The message: one line of up to 200 characters.</summary>
    public static string Message(string? text)
    {
        var cleaned = Private().Replace(DisplayText.Clean(text ?? ""), Removed);
        return cleaned.Length == 0 ? None : cleaned.Length <= LongestMessage ? cleaned : cleaned[..LongestMessage];
    }

    /// <summary>A route of the client, such as <c>/(app)/challenges/[id]</c>.</summary>
    public static string Route(string? text) => text is not null && RoutePattern().IsMatch(text) ? text : None;

    /// <summary>A browser, such as <c>Firefox 140</c>.</summary>
    public static string Browser(string? text) => text is not null && BrowserPattern().IsMatch(text) ? text : None;

    /// <summary>The innermost frames.</summary>
    public static string Stack(string[]? frames)
    {
        var known = (frames ?? []).Where(frame => frame is not null && FramePattern().IsMatch(frame)).Take(LongestStack);
        return string.Join(' ', known) is { Length: > 0 } stack ? stack : None;
    }

    // E-mails, addresses, text in quotes, which is data, and words so long that they may be codes or tokens.
    [GeneratedRegex("""\S+@\S+|\w+://\S+|"[^"]*"|[\w-]{20,}""")]
    private static partial Regex Private();

    [GeneratedRegex(@"^(/[\w()\[\]-]{0,30}){1,6}\z")]
    private static partial Regex RoutePattern();

    [GeneratedRegex(@"^[A-Za-z]{2,20} \d{1,4}\z")]
    private static partial Regex BrowserPattern();

    [GeneratedRegex(@"^[\w./-]{1,80}\.js:\d{1,7}:\d{1,7}\z")]
    private static partial Regex FramePattern();
}
