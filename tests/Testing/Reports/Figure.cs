using System.Globalization;

namespace StretchChallenge.Testing.Reports;

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
