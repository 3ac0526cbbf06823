namespace StretchChallenge.Testing;

/// <summary>Waits for a state of something outside this process. A limit ends a wait for what never comes.</summary>
public static class Wait
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(20);

    /// <summary>Asks again and again until the condition holds. A failed HTTP request counts as a no.</summary>
    /// <exception cref="TimeoutException">It did not hold within two minutes.</exception>
    public static async Task UntilAsync(Func<Task<bool>> condition)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!await HoldsAsync(condition))
        {
            if (TimeProvider.System.GetElapsedTime(started) > Limit)
            {
                throw new TimeoutException($"The condition did not hold within {Limit}.");
            }

            await Task.Delay(Interval);
        }
    }

    /// <inheritdoc cref="UntilAsync(Func{Task{bool}})" />
    public static Task UntilAsync(Func<bool> condition) => UntilAsync(() => Task.FromResult(condition()));

    /// <summary>Waits for a moment of the real clock, which a server in a process of its own goes by.</summary>
    public static async Task UntilAsync(DateTimeOffset instant)
    {
        // A delay leaves out parts of a millisecond.
        while (instant - TimeProvider.System.GetUtcNow() is { Ticks: > 0 } remaining)
        {
            await Task.Delay(remaining + TimeSpan.FromMilliseconds(1));
        }
    }

    private static async Task<bool> HoldsAsync(Func<Task<bool>> condition)
    {
        try
        {
            return await condition();
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
