namespace StretchChallenge.Testing.Reports;

/// <summary>Quantiles of what was measured.</summary>
public static class Quantile
{
    /// <summary>The smallest value that at least this part of the values does not exceed (the nearest rank).</summary>
    /// <param name="sorted">At least one value, from the smallest.</param>
    /// <param name="part">Over 0, at most 1.</param>
    public static double Of(IReadOnlyList<double> sorted, double part) => sorted[(int)Math.Ceiling(part * sorted.Count) - 1];
}
