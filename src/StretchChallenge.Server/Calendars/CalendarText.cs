using System.Globalization;
using System.Text;

namespace StretchChallenge.Server.Calendars;

/// <summary>
/// Writes the text of an iCalendar (RFC 5545): lines end in CRLF and are folded after 75 bytes, text is escaped, instants
/// are in UTC. It stands in for Ical.Net, which not every registry carries.
/// </summary>
internal sealed class CalendarText
{
    private const int LongestLine = 75;

    private readonly StringBuilder _text = new();

    /// <summary>A line whose value is written as it is.</summary>
    public CalendarText Line(string name, string value)
    {
        var bytes = 0;
        foreach (var rune in $"{name}:{value}".EnumerateRunes())
        {
            // A fold never parts the bytes of one character; the space that begins the next line counts there.
            if (bytes + rune.Utf8SequenceLength > LongestLine)
            {
                _text.Append("\r\n ");
                bytes = 1;
            }

            _text.Append(rune.ToString());
            bytes += rune.Utf8SequenceLength;
        }

        _text.Append("\r\n");
        return this;
    }

    /// <summary>A line whose value is words.</summary>
    public CalendarText Text(string name, string value) => Line(name, Escaped(value));

    /// <summary>A line whose value is an instant.</summary>
    public CalendarText Instant(string name, DateTimeOffset value) =>
        Line(name, value.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture));

    /// <inheritdoc />
    public override string ToString() => _text.ToString();

    // Line ends become \n; other control characters are not allowed at all.
    private static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var sign in text.ReplaceLineEndings("\n"))
        {
            escaped.Append(sign switch
            {
                '\\' or ';' or ',' => $"\\{sign}",
                '\n' => "\\n",
                _ when char.IsControl(sign) => "",
                _ => sign.ToString(),
            });
        }

        return escaped.ToString();
    }
}
