namespace StretchChallenge.Server.Hosting;

/// <summary>Work of a background service that comes round again and again.</summary>
internal static class Rounds
{
    /// <summary>
    /// Does the work each time the interval has passed. Ends when the program stops, without an exception, also where the
    /// server never started.
    /// </summary>
    public static async Task EveryAsync(TimeSpan interval, TimeProvider time, Func<Task> work, CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(interval, time);
        await using var end = stoppingToken.Register(timer.Dispose);
        while (await timer.WaitForNextTickAsync(CancellationToken.None))
        {
            await work();
        }
    }
}
