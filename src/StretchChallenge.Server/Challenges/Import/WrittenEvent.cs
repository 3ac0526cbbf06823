using System.Text;
using System.Text.RegularExpressions;

namespace StretchChallenge.Server.Challenges.Import;

/// <summary>An event as it is written: what of it tells dates and a name.</summary>
internal sealed partial class WrittenEvent(int firstLine)
{
    // Of longer ones the start is enough.
    private const int LongestProperty = 4000;

    private readonly StringBuilder _text = new("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\n");

    /// <summary>The number of the line at which it begins.</summary>
    public int Line => firstLine;

    /// <summary>What its series and single occurrences have in common.</summary>
    public string Uid { get; private set; } = "";

    /// <summary>How it recurs; null if it does not.</summary>
    public string? Rule { get; private set; }

    /// <summary>The date whose occurrence of its series it stands for.</summary>
    public DateOnly? Replaces { get; private set; }

    /// <summary>Further dates on which it begins.</summary>
    public List<DateOnly> Also { get; } = [];

    /// <summary>Dates of its series on which it does not take place.</summary>
    public List<DateOnly> Except { get; } = [];

    /// <summary>A calendar with this event alone.</summary>
    public string Text => $"{_text}END:VEVENT\r\nEND:VCALENDAR\r\n";

    /// <summary>All events of a calendar; zones, alarms and whatever else is nested in it are passed over.</summary>
    public static List<WrittenEvent> ReadAll(string text)
    {
        var events = new List<WrittenEvent>();
        WrittenEvent? current = null;
        var depth = 0;
        foreach (var (number, line) in Unfolded(text))
        {
            if (line.StartsWith("BEGIN:", StringComparison.OrdinalIgnoreCase))
            {
                depth++;
                current = depth == 2 && line.AsSpan(6).Trim().Equals("VEVENT", StringComparison.OrdinalIgnoreCase)
                    ? new WrittenEvent(number)
                    : depth > 2 ? current : null;
            }
            else if (line.StartsWith("END:", StringComparison.OrdinalIgnoreCase))
            {
                if (depth == 2 && current is not null)
                {
                    events.Add(current);
                    current = null;
                }

                depth--;
            }
            else if (depth == 2)
            {
                current?.Add(line);
            }
        }

        return events;
    }

    private void Add(string property)
    {
        if (Property().Match(property) is not { Success: true } match)
        {
            return;
        }

        var (name, value) = (match.Groups[1].Value.ToUpperInvariant(), match.Groups[3].Value);
        switch (name)
        {
            case "UID":
                Uid = value;
                break;
            case "RRULE":
                Rule = value;
                break;
            case "RDATE":
                Also.AddRange(DatesIn(property));
                break;
            case "EXDATE":
                Except.AddRange(DatesIn(property));
                break;
            case "RECURRENCE-ID":
                Replaces = DatesIn(property).Cast<DateOnly?>().FirstOrDefault();
                break;
            case "SUMMARY" or "DTSTART" or "DTEND" or "DURATION" or "STATUS":
                // Without its parameters: programs name zones of their own. The value's form tells a date from a time.
                _text.Append(name).Append(name.StartsWith("DT", StringComparison.Ordinal) && value.Trim().Length == 8 ? ";VALUE=DATE:" : ":").Append(value).Append("\r\n");
                break;
        }
    }

    private static IEnumerable<DateOnly> DatesIn(string property) => Dates().Matches(property)
        .Select(match => DateOnly.TryParseExact(match.Value, "yyyyMMdd", out var date) ? (DateOnly?)date : null)
        .OfType<DateOnly>();

    // A line that begins with a space or a tab goes on with the one before.
    private static IEnumerable<(int Number, string Line)> Unfolded(string text)
    {
        using var reader = new StringReader(text);
        var (number, begun, line) = (0, 0, new StringBuilder());
        while (reader.ReadLine() is { } next)
        {
            number++;
            if (next is [' ' or '\t', ..])
            {
                line.Append(next, 1, Math.Min(next.Length - 1, Math.Max(0, LongestProperty - line.Length)));
                continue;
            }

            if (line.Length > 0)
            {
                yield return (begun, line.ToString());
            }

            begun = number;
            line.Clear().Append(next, 0, Math.Min(next.Length, LongestProperty));
        }

        if (line.Length > 0)
        {
            yield return (begun, line.ToString());
        }
    }

    [GeneratedRegex(@"(?<=[:,])[0-9]{8}")]
    private static partial Regex Dates();

    [GeneratedRegex("""^([A-Z-]+)((?:;[A-Z-]+=(?:"[^"]*"|[^";:,]*))*):(.*)$""", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Property();
}
