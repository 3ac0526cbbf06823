namespace StretchChallenge.Testing.Reports;

/// <summary>The middle of several measurements: on a shared machine some of them are always disturbed.</summary>
public static class Median
{
    /// <summary>The median of at least one value.</summary>
    public static double Of<T>(IEnumerable<T> items, Func<T, double> value)
    {
        var sorted = items.Select(value).Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
