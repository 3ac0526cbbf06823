using System.Diagnostics;

namespace StretchChallenge.Testing.Reports;

/// <summary>How many things happen in a second.</summary>
public static class Rate
{
    /// <summary>Does so many things, and answers how many of them were done in a second.</summary>
    public static async Task<double> OfAsync(int count, Func<Task> work)
    {
        var started = Stopwatch.GetTimestamp();
        await work();
        return count / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }
}
