namespace StretchChallenge.Testing.Reports;

/// <summary>Prints the figures of a measure as a table.</summary>
public static class Report
{
    private const int LabelWidth = 60;
    private const int ColumnWidth = 16;

    /// <summary>Prints a measure's title and figures.</summary>
    public static void Print(string title, IEnumerable<Figure> figures)
    {
        Console.WriteLine();
        Console.WriteLine(title);
        foreach (var (label, value, goal, verdict) in figures)
        {
            var line = $"  {label,-LabelWidth}{value,ColumnWidth}{goal,ColumnWidth}  {verdict}";
            Console.WriteLine(line.TrimEnd());
        }
    }
}
