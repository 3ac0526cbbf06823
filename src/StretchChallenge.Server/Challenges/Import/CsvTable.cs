using System.Collections.Immutable;
using CsvHelper;
using StretchChallenge.Contracts.Outcomes;
using StretchChallenge.Contracts.Refusals;

namespace StretchChallenge.Server.Challenges.Import;

/// <summary>A row of a table.</summary>
/// <param name="Number">Its number as spreadsheets show it; the first row, of the names of the columns, is 1.</param>
/// <param name="Fields">Its fields, as text whatever is in them.</param>
internal sealed record CsvRow(int Number, ImmutableArray<string> Fields);

/// <summary>A table in CSV, separated by commas, semicolons or tabs, as spreadsheets write it.</summary>
/// <param name="Columns">The places of the columns by their names here; those that nobody asked for are left out.</param>
/// <param name="Rows">The rows after the first that are not empty.</param>
internal sealed record CsvTable(ImmutableDictionary<string, int> Columns, ImmutableArray<CsvRow> Rows)
{
    private static readonly char[] Delimiters = [',', ';', '\t'];

    /// <summary>Reads the table. The columns come in any order, under any of the names given.</summary>
    /// <param name="text">The file.</param>
    /// <param name="names">The names of each column, in lower case without spaces and hyphens.</param>
    /// <param name="mostRows">How many rows it may have.</param>
    public static Outcome<CsvTable> Read(string text, IReadOnlyDictionary<string, string[]> names, int mostRows)
    {
        var start = text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) ? text.IndexOf('\n', StringComparison.Ordinal) + 1 : 0;
        var rows = ImmutableArray.CreateBuilder<CsvRow>();
        ImmutableDictionary<string, int>? columns = null;
        using var reader = CsvReader.FromText(text[start..], OptionsFor(text.AsSpan(start)));
        try
        {
            for (var number = start == 0 ? 1 : 2; reader.Read(); number++)
            {
                ImmutableArray<string> fields = [.. Enumerable.Range(0, reader.FieldCount).Select(place => reader.GetString(place).Trim())];
                if (columns is null)
                {
                    columns = ColumnsOf(fields, names);
                }
                else if (fields.Any(field => field.Length > 0))
                {
                    rows.Add(new CsvRow(number, fields));
                }

                if (rows.Count > mostRows)
                {
                    return ImportRefusals.TooManyRows(mostRows);
                }
            }
        }
        catch (CsvFormatException)
        {
            return ImportRefusals.UnreadableFile;
        }

        return columns is null ? ImportRefusals.UnreadableFile : new CsvTable(columns, rows.ToImmutable());
    }

    /// <summary>A field of a row; empty where the row or the table has no such column.</summary>
    public string Field(CsvRow row, string column) =>
        Columns.TryGetValue(column, out var place) && place < row.Fields.Length ? row.Fields[place] : "";

    private static CsvReaderOptions OptionsFor(ReadOnlySpan<char> text)
    {
        // Quotes within the names of columns are rare, and delimiters within them rarer.
        var end = text.IndexOfAny('\r', '\n');
        var first = (end < 0 ? text : text[..end]).ToString();
        return new CsvReaderOptions
        {
            Separator = Delimiters.MaxBy(delimiter => first.Count(c => c == delimiter)),
            HasHeader = false,
            SkipEmptyLines = false,
            DetectSeparatorHint = false,
        };
    }

    private static ImmutableDictionary<string, int> ColumnsOf(ImmutableArray<string> header, IReadOnlyDictionary<string, string[]> names)
    {
        var columns = ImmutableDictionary.CreateBuilder<string, int>();
        for (var place = 0; place < header.Length; place++)
        {
            var name = string.Concat(header[place].ToLowerInvariant().Where(char.IsLetterOrDigit));
            if (names.FirstOrDefault(column => column.Value.Contains(name)).Key is { } column)
            {
                columns.TryAdd(column, place);
            }
        }

        return columns.ToImmutable();
    }
}
