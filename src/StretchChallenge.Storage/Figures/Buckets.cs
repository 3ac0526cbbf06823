using System.Diagnostics.Metrics;

namespace StretchChallenge.Storage.Figures;

/// <summary>Into which ranges histograms sort what they are given.</summary>
internal static class Buckets
{
    /// <summary>Seconds, from a tenth of a millisecond on.</summary>
    public static InstrumentAdvice<double> OfShortTimes { get; } = new()
    {
        HistogramBucketBoundaries = [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    };

    /// <summary>Things in one go.</summary>
    public static InstrumentAdvice<int> OfCounts { get; } = new() { HistogramBucketBoundaries = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024] };

    /// <summary>Due days of a streak: the eight weeks have 40 or, with weekends, 56.</summary>
    public static InstrumentAdvice<int> OfStreaks { get; } = new() { HistogramBucketBoundaries = [1, 2, 3, 5, 10, 15, 20, 25, 30, 35, 40, 56] };
}
