using System.Globalization;

namespace StretchChallenge.Domain.Calendars;

/// <summary>
/// The hours in which people of a challenge usually work, in its zone. They decide nothing of what is due or counts: only what a form
/// proposes.
/// </summary>
/// <param name="From">When they begin.</param>
/// <param name="To">When they end, later than they begin.</param>
public readonly record struct WorkHours(TimeOnly From, TimeOnly To)
{
    private const string Format = "HH:mm";

    /// <summary>The beginning as it is written: <c>08:00</c>.</summary>
    public string FromText => TextOf(From);

    /// <summary>The end likewise.</summary>
    public string ToText => TextOf(To);

    /// <summary>Reads two times of day; false where one is none, or the end is not after the beginning.</summary>
    public static bool TryParse(string? from, string? to, out WorkHours hours)
    {
        hours = default;
        if (!TryRead(from, out var begin) || !TryRead(to, out var end) || begin >= end)
        {
            return false;
        }

        hours = new WorkHours(begin, end);
        return true;
    }

    private static string TextOf(TimeOnly time) => time.ToString(Format, CultureInfo.InvariantCulture);

    private static bool TryRead(string? text, out TimeOnly time) =>
        TimeOnly.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out time);
}
