namespace StretchChallenge.Grains;

/// <summary>The base of grains that keep a view of the ledger in memory.</summary>
internal abstract class LedgerGrain : Grain
{
    /// <summary>
    /// Reads or writes the ledger. After a failure memory and ledger may differ, so the activation ends; the next call starts
    /// another one, which reads the ledger again.
    /// </summary>
    /// <param name="work">What to do.</param>
    /// <param name="notify">Called after a failure, because the write may have been committed.</param>
    protected async Task<T> DeactivateOnFailureAsync<T>(Func<Task<T>> work, Func<Task>? notify = null)
    {
        try
        {
            return await work();
        }
        catch
        {
            await (notify?.Invoke() ?? Task.CompletedTask);
            DeactivateOnIdle();
            throw;
        }
    }

    /// <inheritdoc cref="DeactivateOnFailureAsync{T}" />
    protected Task DeactivateOnFailureAsync(Func<Task> work, Func<Task>? notify = null) => DeactivateOnFailureAsync(
        async () =>
        {
            await work();
            return true;
        },
        notify);
}
