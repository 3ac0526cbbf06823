using Orleans.Runtime;

namespace Orleans.InProcess;

/// <summary>Bounds what a grain does while it comes or goes: by a limit, or less when the host stops waiting.</summary>
internal static class Patience
{
    /// <summary>Runs a part of a grain's life, with a token that is cancelled when patience ends.</summary>
    /// <exception cref="TimeoutException">Patience ended.</exception>
    public static async Task GrantAsync(
        Silo silo, GrainId grainId, TimeSpan limit, Func<CancellationToken, Task> life)
    {
        using var timeout = new CancellationTokenSource(limit, silo.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, silo.Abandoned);
        try
        {
            await life(either.Token).WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (either.IsCancellationRequested)
        {
            throw new TimeoutException($"{grainId} took too long to come or go.");
        }
    }
}
