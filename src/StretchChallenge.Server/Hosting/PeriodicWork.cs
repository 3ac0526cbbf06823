namespace StretchChallenge.Server.Hosting;

/// <summary>Repeated work of a background service.</summary>
internal static class PeriodicWork
{
    /// <summary>
    /// Does the work after each interval. Returns without an exception when the process stops, even if the server has never
    /// started.
    /// </summary>
    public static async Task RunAsync(TimeSpan interval, TimeProvider time, Func<Task> work, CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(interval, time);
        await using var end = stoppingToken.Register(timer.Dispose);
        while (await timer.WaitForNextTickAsync(CancellationToken.None))
        {
            await work();
        }
    }
}
