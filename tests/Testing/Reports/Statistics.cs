using System.Diagnostics;

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

/// <summary>How long something takes.</summary>
public static class Elapsed
{
    /// <summary>Does it, and returns the time that it took.</summary>
    public static async Task<TimeSpan> OfAsync(Func<Task> work)
    {
        var started = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(started);
    }
}

/// <summary>How many things happen in a second.</summary>
public static class Rate
{
    /// <summary>Does so many things; returns how many of them were done in a second.</summary>
    public static async Task<double> OfAsync(int count, Func<Task> work) => count / (await Elapsed.OfAsync(work)).TotalSeconds;
}
