using System.Globalization;

namespace StretchChallenge.Testing.Reports;

/// <summary>Something that can be measured in a bounded time.</summary>
public interface IMeasure
{
    /// <summary>What it is asked for by on the command line.</summary>
    string Name { get; }

    /// <summary>What is measured, for the reader.</summary>
    string Title { get; }

    /// <summary>Measures, and answers the figures in the order to print them.</summary>
    Task<IReadOnlyList<Figure>> RunAsync();
}

/// <summary>One line of a report.</summary>
/// <param name="Label">What the value is.</param>
/// <param name="Value">The value with its unit.</param>
/// <param name="Goal">What it should be; empty where it only explains others.</param>
/// <param name="Verdict">Whether it is so; empty without a goal.</param>
public sealed record Figure(string Label, string Value, string Goal = "", string Verdict = "")
{
    /// <summary>A number without a goal.</summary>
    public static Figure Of(string label, double value, string format) => new(label, Format(value, format));

    /// <summary>A number that should be at least this.</summary>
    public static Figure AtLeast(string label, double value, double goal, string format) =>
        new(label, Format(value, format), $">= {Format(goal, format)}", Judge(value >= goal));

    /// <summary>A number that should be at most this.</summary>
    public static Figure AtMost(string label, double value, double goal, string format) =>
        new(label, Format(value, format), $"<= {Format(goal, format)}", Judge(value <= goal));

    private static string Format(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);

    private static string Judge(bool isMet) => isMet ? "met" : "MISSED";
}

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
