using System.Collections.Immutable;
using System.Globalization;
using StretchChallenge.Contracts.Outcomes;
using StretchChallenge.Contracts.Refusals;
using StretchChallenge.Domain.Calendars;
using StretchChallenge.Domain.Text;

namespace StretchChallenge.Server.Challenges.Import;

/// <summary>The holidays of a file within a challenge: a calendar, or a table of dates and names.</summary>
/// <param name="Rows">How many events or rows it has.</param>
/// <param name="Days">The days inside the challenge in order, each once, with their names.</param>
/// <param name="Faults">The mistakes.</param>
internal sealed record HolidayFile(int Rows, ImmutableArray<DayOfEvent> Days, ImmutableArray<RowFault> Faults)
{
    private const int MostRows = 5000;
    private const int LongestName = 120;

    private static readonly Dictionary<string, string[]> Columns = new()
    {
        ["date"] = ["date", "day", "startdate", "start", "datum", "tag", "beginntam", "beginn", "startdatum", "von"],
        ["end"] = ["enddate", "end", "endetam", "ende", "enddatum", "bis"],
        ["name"] = ["name", "holiday", "title", "subject", "summary", "feiertag", "bezeichnung", "betreff", "titel"],
    };

    private static readonly string[] DateForms = ["yyyy-MM-dd", "yyyy/MM/dd", "yyyyMMdd", "d.M.yyyy", "d.M.yy", "d. M. yyyy"];

    /// <summary>Reads the file.</summary>
    public static Outcome<HolidayFile> Read(string text, ChallengeCalendar challenge) =>
        text.AsSpan().TrimStart().StartsWith("BEGIN:VCALENDAR", StringComparison.OrdinalIgnoreCase)
            ? ReadCalendar(text, challenge)
            : ReadTable(text, challenge);

    private static Outcome<HolidayFile> ReadCalendar(string text, ChallengeCalendar challenge) =>
        CalendarFile.Read(text, challenge).IsRefused(out var refusal, out var calendar)
            ? refusal
            : Of(calendar.Events, calendar.Days, calendar.Faults);

    private static Outcome<HolidayFile> ReadTable(string text, ChallengeCalendar challenge)
    {
        if (CsvTable.Read(text, Columns, MostRows).IsRefused(out var refusal, out var table))
        {
            return refusal;
        }

        if (!table.Columns.ContainsKey("date"))
        {
            return Of(table.Rows.Length, [], [new RowFault(1, ImportRefusals.MissingColumn("date"))]);
        }

        var (days, faults) = (new List<DayOfEvent>(), ImmutableArray.CreateBuilder<RowFault>());
        foreach (var row in table.Rows)
        {
            var fault = ReadDate(table.Field(row, "date"), "date", out var first);
            var last = first;
            if (fault is null && table.Field(row, "end") is { Length: > 0 } end)
            {
                fault = ReadDate(end, "end", out last);
            }

            if (fault is not null)
            {
                faults.Add(new RowFault(row.Number, fault));
                continue;
            }

            for (var date = first > challenge.Start ? first : challenge.Start; date <= last && date <= challenge.End; date = date.AddDays(1))
            {
                days.Add(new DayOfEvent(date, table.Field(row, "name")));
            }
        }

        return Of(table.Rows.Length, days, faults.ToImmutable());
    }

    private static HolidayFile Of(int rows, IEnumerable<DayOfEvent> days, ImmutableArray<RowFault> faults) => new(
        rows,
        [
            .. days.GroupBy(day => day.Date).OrderBy(day => day.Key).Select(day => new DayOfEvent(
                day.Key, Shortened(string.Join(" · ", day.Select(one => DisplayText.Clean(one.Name)).Where(name => name.Length > 0).Distinct().Take(3))))),
        ],
        faults);

    private static string Shortened(string name) =>
        name.Length <= LongestName ? name : DisplayText.Clean(name[..(char.IsHighSurrogate(name[LongestName - 1]) ? LongestName - 1 : LongestName)]);

    private static Refusal? ReadDate(string text, string field, out DateOnly date)
    {
        // Spreadsheets may add a time of day.
        var day = text.Split([' ', 'T'], 2) is [{ Length: >= 8 } first, _] ? first : text;
        if (DateOnly.TryParseExact(day, DateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out date))
        {
            return null;
        }

        var isDayFirst = DateOnly.TryParseExact(day, "d/M/yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var dayFirst);
        var isMonthFirst = DateOnly.TryParseExact(day, "M/d/yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var monthFirst);
        date = isDayFirst ? dayFirst : monthFirst;
        return !isDayFirst && !isMonthFirst ? ImportRefusals.UnreadableDate(field)
            : isDayFirst && isMonthFirst && dayFirst != monthFirst ? ImportRefusals.AmbiguousDate(field)
            : null;
    }
}
