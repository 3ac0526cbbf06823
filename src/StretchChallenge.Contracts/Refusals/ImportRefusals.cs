using StretchChallenge.Contracts.Outcomes;

namespace StretchChallenge.Contracts.Refusals;

/// <summary>Refusals of imported files, and of their rows.</summary>
public static class ImportRefusals
{
    /// <summary>Rows have mistakes; nothing was imported.</summary>
    public static Refusal RowsRefused(int faults) => Refusal
        .Invalid($"{faults} rows have mistakes, so nothing was imported.").With("faults", faults);

    /// <summary>The file is no table and no calendar.</summary>
    public static Refusal UnreadableFile { get; } = Refusal.Invalid("The file cannot be read: it is neither a table of rows (CSV) nor a calendar (ICS).");

    /// <summary>More rows or events than the most.</summary>
    public static Refusal TooManyRows(int most) => Refusal.Invalid($"A file may have up to {most} rows.").With("most", most);

    /// <summary>The recurring events would take too long to work out.</summary>
    public static Refusal CalendarTooComplex { get; } =
        Refusal.Invalid("The calendar's recurring events take too long to work out. Export the holidays alone.");

    /// <summary>The first row names no such column.</summary>
    public static Refusal MissingColumn(string field) => Refusal.Invalid($"The first row names no column '{field}'.").At(field);

    /// <summary>An earlier row has the same value.</summary>
    public static Refusal RepeatedRow(string field, int row) => Refusal.Invalid($"Row {row} has the same '{field}'.").At(field).With("row", row);

    /// <summary>No date in a form that is read.</summary>
    public static Refusal UnreadableDate(string field) =>
        Refusal.Invalid($"'{field}' is no date such as 2026-04-03 or 03.04.2026.").At(field);

    /// <summary>A date of which day and month may be either.</summary>
    public static Refusal AmbiguousDate(string field) =>
        Refusal.Invalid($"In '{field}' day and month could be either. Write the date as 2026-04-03 or 03.04.2026.").At(field);

    /// <summary>An event that cannot be read.</summary>
    public static Refusal UnreadableEvent(string field) => Refusal.Invalid("This event of the calendar cannot be read.").At(field);

    /// <summary>A recurrence that is more frequent than daily, or never comes.</summary>
    public static Refusal ImpossibleRecurrence(string field) =>
        Refusal.Invalid("This event recurs more often than daily, or never.").At(field);
}
