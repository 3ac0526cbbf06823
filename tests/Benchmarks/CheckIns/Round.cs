namespace StretchChallenge.Benchmarks.CheckIns;

/// <summary>The variants beside each other, within a few seconds. Rates are check-ins a second.</summary>
/// <param name="Grains">Through the grains.</param>
/// <param name="GroupSize">The mean number of check-ins that the grains had in a transaction.</param>
/// <param name="Grouped">A bare loop with so many in each transaction.</param>
/// <param name="OneByOne">A bare loop with one in each transaction.</param>
internal readonly record struct Round(double Grains, double GroupSize, double Grouped, double OneByOne)
{
    /// <summary>How much of the bare loop's rate is left.</summary>
    public double ToGrouped => Grains / Grouped;

    /// <summary>What group commit gains.</summary>
    public double ToOneByOne => Grains / OneByOne;
}
