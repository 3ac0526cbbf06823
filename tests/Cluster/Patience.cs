namespace StretchChallenge.Cluster;

/// <summary>Waits for a state, never for a time; the bound is for what never comes.</summary>
internal static class Patience
{
    private static readonly TimeSpan Bound = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Asks again and again until it is so; no connection and no answer are a no.</summary>
    public static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        using var bound = new CancellationTokenSource(Bound);
        while (!await TryAsync(isSo))
        {
            await Task.Delay(Pause, bound.Token);
        }
    }

    /// <summary>Asks again and again until it is so.</summary>
    public static Task UntilAsync(Func<bool> isSo) => UntilAsync(() => Task.FromResult(isSo()));

    private static async Task<bool> TryAsync(Func<Task<bool>> isSo)
    {
        try
        {
            return await isSo();
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
